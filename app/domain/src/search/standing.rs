//! What is left of a question once something is taken away from it.

use super::{Filter, PageNumber, Query};

impl Query {
    /// The same without what means nothing alone, such as how far from a place that nobody has
    /// named.
    #[must_use]
    pub fn standing(&self) -> Self {
        let pairs = self.pairs();
        let named: Vec<(&str, &str)> =
            pairs.iter().map(|(parameter, value)| (parameter.key(), value.as_str())).collect();
        Self::parse_leniently(&named).0
    }

    /// What another filter lets through, in the same order where that still means something, from
    /// its first page.
    #[must_use]
    pub fn over(&self, filter: Filter) -> Self {
        Self { filter, page: PageNumber::FIRST, ..self.clone() }.standing()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Parameter, Sort};

    fn query(pairs: &[(&str, &str)]) -> Query {
        Query::parse(pairs).unwrap()
    }

    #[test]
    fn what_needs_a_place_goes_with_the_place() {
        let near = query(&[("near", "viborg"), ("within_km", "20"), ("sort", "distance")]);
        let nowhere = Filter { near: None, ..near.filter.clone() };
        assert_eq!(near.over(nowhere), Query::default());
        // The words may name the place.
        let words = query(&[("q", "viborg"), ("within_km", "20"), ("sort", "distance")]);
        assert_eq!(words.standing(), words);
        let silent = Filter { words: None, ..words.filter.clone() };
        assert_eq!(words.over(silent), Query::default());
    }

    #[test]
    fn another_filter_keeps_the_order_and_begins_with_its_first_page() {
        let near = query(&[("topic", "robotics"), ("near", "viborg"), ("sort", "distance")]);
        let far = Query { page: PageNumber::new(3).unwrap(), per_page: 5, ..near.clone() };
        let rest = far.over(near.filter.without(&(Parameter::Topic, "robotics".to_owned())));
        assert_eq!((rest.sort, rest.page), (Some(Sort::Distance), PageNumber::FIRST));
        assert_eq!(rest.per_page, 5);
        assert_eq!(rest.filter.pairs(), [(Parameter::Near, "viborg".to_owned())]);
    }

    #[test]
    fn a_chip_takes_along_what_needs_its_wish_and_nothing_else() {
        let filter = query(&[("q", "viborg"), ("topic", "robotics"), ("within_km", "20")]).filter;
        let rest = filter.without(&(Parameter::Words, "viborg".to_owned()));
        assert_eq!(rest.pairs(), [(Parameter::Topic, "robotics".to_owned())]);
    }
}
