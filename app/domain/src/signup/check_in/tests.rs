//! Told mornings at a door, and random ones against a plain model.

use proptest::prelude::*;

use super::*;
use crate::signup::trials::trials;

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + minutes * 60, 0).unwrap()
}

fn device(n: usize) -> DeviceId {
    DeviceId(Uuid::from_u128(n as u128 + 1))
}

fn party(n: u8) -> Arriving {
    Arriving::Party(SignUpId(Uuid::from_u128(n.into())))
}

fn here(it: &CheckIn, about: Arriving) -> u16 {
    it.standing().get(&about).map_or(0, |it| it.here)
}

#[test]
fn two_phones_that_count_the_same_class_count_it_once() {
    let (mut one, mut two) = (CheckIn::default(), CheckIn::default());
    one.say(device(0), party(1), 24, at(0));
    two.say(device(1), party(1), 24, at(1));
    one.merge(&two);
    assert_eq!(here(&one, party(1)), 24);
    one.say(device(0), party(1), 23, at(2));
    assert_eq!(here(&one, party(1)), 23, "who knows of both corrects both");
    two.merge(&one);
    assert_eq!((here(&two, party(1)), one == two), (23, true));
}

#[test]
fn whoever_takes_a_tick_back_takes_their_own_back_and_not_one_they_never_saw() {
    let (mut one, mut two) = (CheckIn::default(), CheckIn::default());
    one.say(device(0), party(1), 1, at(0));
    two.say(device(1), party(1), 1, at(0));
    one.say(device(0), party(1), 0, at(5));
    assert_eq!(here(&one, party(1)), 0);
    two.merge(&one);
    assert_eq!(here(&two, party(1)), 1, "the other saw them too");
    two.say(device(1), party(1), 0, at(6));
    one.merge(&two);
    assert_eq!(here(&one, party(1)), 0);
}

#[test]
fn a_clock_that_is_wrong_decides_nothing() {
    let (mut one, mut two) = (CheckIn::default(), CheckIn::default());
    one.say(device(0), party(1), 20, at(1_000_000));
    two.merge(&one);
    two.say(device(1), party(1), 22, at(0));
    one.merge(&two);
    assert_eq!(here(&one, party(1)), 22);
}

#[test]
fn a_name_that_was_used_twice_means_the_same_everywhere() {
    let tick = |here| Tick {
        id: TickId { device: device(0), n: 1 },
        about: party(1),
        here,
        over: Vec::new(),
        at: at(0),
    };
    let (a, b) = (CheckIn::of([tick(1), tick(2)]), CheckIn::of([tick(2), tick(1)]));
    assert_eq!(a, b);
    assert_eq!(a.len(), 1);
}

#[test]
fn what_takes_the_place_of_another_partys_tick_takes_nothing() {
    let mut all = CheckIn::default();
    let first = all.say(device(0), party(1), 24, at(0));
    all.hear(Tick {
        id: TickId { device: device(1), n: 1 },
        about: party(2),
        here: 3,
        over: vec![first.id],
        at: at(1),
    });
    assert_eq!((here(&all, party(1)), here(&all, party(2))), (24, 3));
}

#[test]
fn nobody_ticks_too_many_or_what_takes_its_own_place() {
    let id = TickId { device: device(0), n: 1 };
    let fine = Tick { id, about: party(1), here: 24, over: Vec::new(), at: at(0) };
    assert!(fine.is_sane());
    for wrong in [
        Tick { here: 1_000, ..fine.clone() },
        Tick { over: vec![id], ..fine.clone() },
        Tick { over: vec![TickId { device: device(1), n: 1 }; 51], ..fine.clone() },
        Tick { id: TickId { n: 0, ..id }, ..fine.clone() },
        Tick { id: TickId { n: u32::MAX, ..id }, ..fine.clone() },
        Tick { at: DateTime::from_timestamp(9_999_999_999, 0).unwrap(), ..fine.clone() },
    ] {
        assert!(!wrong.is_sane(), "{wrong:?}");
    }
}

#[test]
fn a_date_is_ticked_from_two_days_before_until_a_week_after() {
    let (start, end) = (at(0), at(120));
    let open =
        |days: i64, minutes: i64| CheckIn::is_open(start, end, at(minutes) + TimeDelta::days(days));
    assert_eq!((open(-2, -1), open(-2, 0)), (false, true));
    assert_eq!((open(7, 119), open(7, 120)), (true, false));
}

/// What a morning is, told with all that each device knew each time: a tick stands unless one of
/// somebody who knew of it speaks of the same people, and the greatest of what stands is true.
#[derive(Default)]
struct Model {
    told: Vec<(Arriving, u16, BTreeSet<usize>)>,
}

impl Model {
    fn say(&mut self, known: &mut BTreeSet<usize>, about: Arriving, here: u16) {
        self.told.push((about, here, known.clone()));
        known.insert(self.told.len() - 1);
    }

    fn standing(&self, known: &BTreeSet<usize>) -> BTreeMap<Arriving, u16> {
        let mut standing = BTreeMap::new();
        for it in known {
            let (about, here, _) = &self.told[*it];
            let is_passed = |later: &usize| {
                let (of, _, knew) = &self.told[*later];
                of == about && knew.contains(it)
            };
            if !known.iter().any(is_passed) {
                let most = standing.entry(*about).or_insert(0);
                *most = (*here).max(*most);
            }
        }
        standing
    }
}

/// One thing that happens at the door.
#[derive(Clone, Debug)]
enum Move {
    Count {
        by: usize,
        party: u8,
        here: u16,
    },
    Undo {
        by: usize,
        party: u8,
    },
    WalkIn {
        by: usize,
        here: u16,
    },
    /// Two phones count the same party without knowing of each other.
    Both {
        one: usize,
        other: usize,
        party: u8,
        here: u16,
    },
    /// One tells another all it knows, so often, the last first or the first first.
    Tell {
        from: usize,
        to: usize,
        times: u8,
        backwards: bool,
    },
}

/// Three phones, and the portal.
const DEVICES: usize = 4;

fn a_move() -> impl Strategy<Value = Move> {
    let (by, party, here) = (0..DEVICES, 0u8..4, 0u16..30);
    prop_oneof![
        4 => (by.clone(), party.clone(), here.clone())
            .prop_map(|(by, party, here)| Move::Count { by, party, here }),
        2 => (by.clone(), party.clone()).prop_map(|(by, party)| Move::Undo { by, party }),
        1 => (by.clone(), here.clone()).prop_map(|(by, here)| Move::WalkIn { by, here }),
        2 => (by.clone(), by.clone(), party, here)
            .prop_map(|(one, other, party, here)| Move::Both { one, other, party, here }),
        3 => (by.clone(), by, 1u8..3, any::<bool>())
            .prop_map(|(from, to, times, backwards)| Move::Tell { from, to, times, backwards }),
    ]
}

struct Morning {
    model: Model,
    real: Vec<CheckIn>,
    known: Vec<BTreeSet<usize>>,
}

impl Morning {
    fn say(&mut self, by: usize, about: Arriving, here: u16) {
        let now = at(i64::try_from(self.model.told.len()).unwrap());
        self.real[by].say(device(by), about, here, now);
        self.model.say(&mut self.known[by], about, here);
    }

    fn tell(&mut self, from: usize, to: usize, backwards: bool) {
        let mut ticks: Vec<Tick> = self.real[from].ticks().cloned().collect();
        if backwards {
            ticks.reverse();
        }
        for tick in ticks {
            self.real[to].hear(tick);
        }
        let known = self.known[from].clone();
        self.known[to].extend(known);
    }

    fn goes(&mut self, it: &Move) {
        match *it {
            Move::Count { by, party: n, here } => self.say(by, party(n), here),
            Move::Undo { by, party: n } => self.say(by, party(n), 0),
            Move::WalkIn { by, here } => {
                let id = WalkInId(Uuid::from_u128(self.model.told.len() as u128));
                self.say(by, Arriving::WalkIn { id, kind: PartyKind::One }, here);
            }
            Move::Both { one, other, party: n, here } => {
                self.say(one, party(n), here);
                self.say(other, party(n), here);
            }
            Move::Tell { from, to, times, backwards } => {
                for _ in 0..times {
                    self.tell(from, to, backwards);
                }
            }
        }
    }
}

fn numbers(it: &CheckIn) -> BTreeMap<Arriving, u16> {
    it.standing().into_iter().map(|(about, said)| (about, said.here)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(trials()))]

    #[test]
    fn any_morning_of_three_phones_goes_as_a_plain_model_says_and_ends_in_one_truth(
        moves in prop::collection::vec(a_move(), 0..50),
        order in prop::collection::vec((0..DEVICES, 0..DEVICES, any::<bool>()), 0..12),
    ) {
        let empty = || vec![CheckIn::default(); DEVICES];
        let mut morning = Morning {
            model: Model::default(),
            real: empty(),
            known: vec![BTreeSet::new(); DEVICES],
        };
        for it in &moves {
            morning.goes(it);
            for by in 0..DEVICES {
                let truth = morning.model.standing(&morning.known[by]);
                prop_assert_eq!(numbers(&morning.real[by]), truth, "device {} after {:?}", by, it);
            }
        }
        // They find each other in whichever order, and at last all of them do.
        for (from, to, backwards) in order {
            morning.tell(from, to, backwards);
        }
        for from in 0..DEVICES {
            morning.tell(from, 0, false);
        }
        for to in 1..DEVICES {
            morning.tell(0, to, true);
        }
        let everything = (0..morning.model.told.len()).collect();
        let truth = morning.model.standing(&everything);
        for real in &morning.real {
            prop_assert_eq!(real, &morning.real[0]);
            prop_assert_eq!(&numbers(real), &truth);
        }
        // Nobody is counted twice: of no party more are here than somebody has said at once.
        for (about, here) in truth {
            let said = morning.model.told.iter().filter(|it| it.0 == about).map(|it| it.1);
            prop_assert!(here <= said.max().unwrap_or_default());
        }
    }

    #[test]
    fn putting_check_ins_together_knows_no_order_no_grouping_and_no_repetition(
        ticks in prop::collection::vec(any_tick(), 0..30),
        parts in prop::collection::vec(0usize..3, 30),
    ) {
        let mut pieces = vec![CheckIn::default(); 3];
        for (tick, part) in ticks.iter().zip(parts) {
            pieces[part].hear(tick.clone());
        }
        let [a, b, c] = [&pieces[0], &pieces[1], &pieces[2]];
        let and = |one: &CheckIn, other: &CheckIn| {
            let mut both = one.clone();
            both.merge(other);
            both
        };
        prop_assert_eq!(and(a, b), and(b, a));
        prop_assert_eq!(and(&and(a, b), c), and(a, &and(b, c)));
        prop_assert_eq!(&and(a, a), a);
        let all = and(&and(a, b), c);
        prop_assert_eq!(&and(&all, b), &all);
        prop_assert_eq!(CheckIn::of(ticks), all);
    }
}

/// A tick as anybody could make it up, names used twice and places of others' taken included.
fn any_tick() -> impl Strategy<Value = Tick> {
    let id = || (0..3usize, 1u32..4).prop_map(|(by, n)| TickId { device: device(by), n });
    (id(), 0u8..3, 0u16..5, prop::collection::vec(id(), 0..3))
        .prop_map(|(id, n, here, over)| Tick { id, about: party(n), here, over, at: at(0) })
}
