//! Where everything on a paper stands, sheet by sheet, and what it is.

use domain::paper::{Fact, Look, Paper, Part, Section, Words};

use super::{
    hand::{BODY, CERTIFICATE, Hand, SHEETS, SMALL, STRONG, Style},
    table,
    typeface::{Face, Faces},
};

/// A4 in points.
pub(super) const WIDTH: f32 = 595.0;
pub(super) const HEIGHT: f32 = 842.0;
pub(super) const LEFT: f32 = 54.0;
pub(super) const RIGHT: f32 = WIDTH - LEFT;
pub(super) const TOP: f32 = 56.0;
const BOTTOM: f32 = HEIGHT - 62.0;
const FOOT: f32 = HEIGHT - 38.0;
/// Above a line on a certificate, for whoever writes on it.
const BY_HAND: f32 = 36.0;

/// What is drawn on a sheet.
pub(super) enum Mark {
    Line(Line),
    /// A stroke from one point to the right, which says nothing.
    Rule {
        x: f32,
        y: f32,
        to: f32,
    },
    /// A frame so far from the edges of the sheet, which says nothing either.
    Frame(f32),
}

/// A line of words.
pub(super) struct Line {
    pub(super) x: f32,
    /// Where it stands.
    pub(super) base: f32,
    pub(super) style: Style,
    pub(super) text: String,
    pub(super) language: Option<String>,
    /// Its number among what is read; nothing where it says what was said before.
    pub(super) leaf: Option<usize>,
}

/// What things are, one in another, in the order in which they are read.
pub(super) enum Node {
    Group(Kind, Vec<Node>),
    Leaf(usize),
}

/// What a thing on a paper is.
#[derive(Clone)]
pub(super) enum Kind {
    Heading(u16, String),
    Section,
    Paragraph,
    List,
    Steps,
    /// A list of terms with what is said of each.
    Terms,
    Item,
    Label,
    Body,
    Table,
    Head,
    Rows,
    Row,
    ColumnName,
    RowName,
    Cell,
}

/// A heading, and where it stands.
pub(super) struct Outlined {
    pub(super) level: u16,
    pub(super) text: String,
    pub(super) sheet: usize,
    pub(super) y: f32,
}

/// A paper, laid out.
pub(super) struct Sheets<'a> {
    faces: &'a Faces,
    look: Look,
    hand: &'static Hand,
    pub(super) all: Vec<Vec<Mark>>,
    /// How many lines are read.
    pub(super) leaves: usize,
    pub(super) headings: Vec<Outlined>,
    pub(super) tree: Vec<Node>,
    /// Where the next line begins.
    pub(super) y: f32,
}

/// Lays a paper out on as many sheets as it needs.
pub(super) fn lay_out<'a>(paper: &Paper, faces: &'a Faces) -> Sheets<'a> {
    let hand = match paper.look {
        Look::Sheets => &SHEETS,
        Look::Certificate => &CERTIFICATE,
    };
    let mut it = Sheets {
        faces,
        look: paper.look,
        hand,
        all: vec![Vec::new()],
        leaves: 0,
        headings: Vec::new(),
        tree: Vec::new(),
        y: hand.top,
    };
    let title = it.heading(1, &paper.title.as_str().into(), hand.title);
    it.tree.push(title);
    if !paper.lead.is_empty() {
        let lead = it.paragraph(&paper.lead, hand.lead);
        it.tree.push(lead);
    }
    for section in &paper.sections {
        let section = it.section(section);
        it.tree.push(section);
    }
    match paper.look {
        Look::Sheets => it.feet(&paper.foot),
        Look::Certificate => it.frame(&paper.foot),
    }
    it
}

impl Sheets<'_> {
    pub(super) fn face(&self, style: Style) -> &Face {
        if style.is_bold { &self.faces.bold } else { &self.faces.regular }
    }

    /// A text in lines, from an edge to another.
    pub(super) fn lines(&self, text: &str, style: Style, room: f32) -> Vec<String> {
        self.face(style).lines(text, style.size, room)
    }

    /// Whether so much fits on the sheet.
    pub(super) fn fits(&self, height: f32) -> bool {
        self.y + height <= BOTTOM
    }

    /// Goes on on the next sheet where so much does not fit on this one; answers whether it does.
    pub(super) fn turn_for(&mut self, height: f32) -> bool {
        let turns = !self.fits(height) && self.y > TOP;
        if turns {
            self.all.push(Vec::new());
            self.y = TOP;
        }
        turns
    }

    pub(super) fn mark(&mut self, mark: Mark) {
        if let Some(sheet) = self.all.last_mut() {
            sheet.push(mark);
        }
    }

    /// Draws a line at the height that was reached, which is read.
    pub(super) fn line(&mut self, x: f32, style: Style, text: String, words: &Words) -> Node {
        let leaf = self.leaves;
        self.leaves += 1;
        self.draw(x, style, text, words.language.clone(), Some(leaf));
        Node::Leaf(leaf)
    }

    /// Draws a line at the height that was reached.
    pub(super) fn draw(
        &mut self,
        x: f32,
        style: Style,
        text: String,
        language: Option<String>,
        leaf: Option<usize>,
    ) {
        let base = self.y + style.leading * 0.75;
        self.mark(Mark::Line(Line { x, base, style, text, language, leaf }));
    }

    fn paragraph(&mut self, words: &Words, style: Style) -> Node {
        let node = self.flow_as(Kind::Paragraph, words, LEFT, style);
        self.y += self.hand.under_paragraph;
        node
    }

    /// Words from an edge to the right one, over as many lines and sheets as they need; on a
    /// certificate they stand in the middle between the two.
    fn flow_as(&mut self, kind: Kind, words: &Words, x: f32, style: Style) -> Node {
        let mut leaves = Vec::new();
        for text in self.lines(&words.text, style, RIGHT - x) {
            self.turn_for(style.leading);
            let aside = match self.look {
                Look::Sheets => 0.0,
                Look::Certificate => {
                    (RIGHT - x - self.face(style).width(text.trim_end(), style.size)) / 2.0
                }
            };
            leaves.push(self.line(x + aside, style, text, words));
            self.y += style.leading;
        }
        Node::Group(kind, leaves)
    }

    /// A heading with some room under it for what it is of.
    fn heading(&mut self, level: u16, words: &Words, style: Style) -> Node {
        self.turn_for(style.leading + 3.0 * BODY.leading);
        let (sheet, y, text) = (self.all.len() - 1, self.y, words.text.clone());
        self.headings.push(Outlined { level, text: text.clone(), sheet, y });
        let node = self.flow_as(Kind::Heading(level, text), words, LEFT, style);
        self.y += self.hand.under_heading;
        node
    }

    fn section(&mut self, section: &Section) -> Node {
        self.y += 10.0;
        let hand = self.hand;
        let mut nodes = Vec::new();
        // Levels of headings follow each other, so where there is none the next takes its place.
        let mut below = 2;
        if !section.heading.is_empty() {
            nodes.push(self.heading(2, &section.heading.as_str().into(), hand.heading));
            below = 3;
        }
        for part in &section.parts {
            match part {
                Part::Heading(words) => {
                    nodes.push(self.heading(below, words, hand.small_heading));
                }
                Part::Paragraph(words) => nodes.push(self.paragraph(words, hand.body)),
                Part::Strong(words) => nodes.push(self.paragraph(words, hand.strong)),
                Part::List(items) => nodes.push(self.list(Kind::List, items, |_| "•".to_owned())),
                Part::Steps(items) => {
                    nodes.push(self.list(Kind::Steps, items, |n| format!("{n}.")));
                }
                Part::Facts(facts) => nodes.push(self.facts(facts)),
                Part::Table(rows) => nodes.push(table::lay_out(self, rows)),
                Part::Blanks(blanks) => {
                    nodes.extend(blanks.iter().map(|it| self.blank(&it.as_str().into())));
                }
            }
        }
        Node::Group(Kind::Section, nodes)
    }

    fn list(&mut self, kind: Kind, items: &[Words], label: fn(usize) -> String) -> Node {
        let items = items.iter().zip(1..).map(|(words, n)| {
            self.turn_for(BODY.leading);
            let label = self.line(LEFT + 4.0, BODY, label(n), &Words::default());
            let label = Node::Group(Kind::Label, vec![label]);
            let body = self.flow_as(Kind::Body, words, LEFT + 20.0, BODY);
            Node::Group(Kind::Item, vec![label, body])
        });
        let items = items.collect();
        self.y += 4.0;
        Node::Group(kind, items)
    }

    /// Terms on the left, and on the right what is said of each.
    fn facts(&mut self, facts: &[Fact]) -> Node {
        const MIDDLE: f32 = LEFT + 130.0;

        let items = facts.iter().map(|it| {
            let terms = self.lines(&it.term, STRONG, MIDDLE - LEFT - 10.0);
            let height = terms.len().max(it.says.text.lines().count());
            self.turn_for(f32_of(height) * BODY.leading);
            let (top, sheet) = (self.y, self.all.len());
            let mut label = Vec::new();
            for text in terms {
                label.push(self.line(LEFT, STRONG, text, &Words::default()));
                self.y += STRONG.leading;
            }
            let under = self.y;
            self.y = top;
            let body = self.flow_as(Kind::Body, &it.says, MIDDLE, BODY);
            if self.all.len() == sheet {
                self.y = self.y.max(under);
            }
            self.y += 2.0;
            Node::Group(Kind::Item, vec![Node::Group(Kind::Label, label), body])
        });
        let items = items.collect();
        self.y += 4.0;
        Node::Group(Kind::Terms, items)
    }

    /// What is to be written, and a line for it to the right edge.
    fn blank(&mut self, words: &Words) -> Node {
        const SHORTEST: f32 = 180.0;

        if self.look == Look::Certificate {
            return self.blank_in_the_middle(words);
        }
        let lines = self.lines(&words.text, BODY, RIGHT - LEFT - SHORTEST);
        self.turn_for(f32_of(lines.len()) * BODY.leading + 16.0);
        self.y += 16.0;
        let mut leaves = Vec::new();
        let mut end = LEFT;
        for text in lines {
            end = LEFT + self.face(BODY).width(&text, BODY.size);
            leaves.push(self.line(LEFT, BODY, text, words));
            self.y += BODY.leading;
        }
        let y = self.y - BODY.leading * 0.25 + 2.0;
        self.mark(Mark::Rule { x: end + 8.0, y, to: RIGHT });
        Node::Group(Kind::Paragraph, leaves)
    }

    /// A line, and under it what is to be written there.
    fn blank_in_the_middle(&mut self, words: &Words) -> Node {
        const HALF: f32 = 160.0;
        const MIDDLE: f32 = WIDTH / 2.0;

        self.turn_for(BY_HAND + SMALL.leading);
        self.y += BY_HAND;
        self.mark(Mark::Rule { x: MIDDLE - HALF, y: self.y, to: MIDDLE + HALF });
        self.y += 4.0;
        let node = self.flow_as(Kind::Paragraph, words, LEFT, SMALL);
        self.y += self.hand.under_paragraph;
        node
    }

    /// Ends a certificate: who issues it is read as the rest is, and each sheet has a frame.
    fn frame(&mut self, foot: &str) {
        self.y += self.hand.under_paragraph;
        let foot = self.paragraph(&foot.into(), SMALL);
        self.tree.push(foot);
        for sheet in &mut self.all {
            sheet.extend([28.0, 33.0].map(Mark::Frame));
        }
    }

    /// What stands at the foot of every sheet, and which of how many it is.
    fn feet(&mut self, foot: &str) {
        let all = self.all.len();
        let base = FOOT + SMALL.leading * 0.75;
        let line =
            |x, text| Mark::Line(Line { x, base, style: SMALL, text, language: None, leaf: None });
        let foot = self.lines(foot, SMALL, RIGHT - LEFT - 60.0);
        let foot = foot.into_iter().next().unwrap_or_default();
        let numbers = (1..=all).map(|n| format!("{n} / {all}"));
        let numbers: Vec<(f32, String)> =
            numbers.map(|it| (RIGHT - self.face(SMALL).width(&it, SMALL.size), it)).collect();
        for (sheet, (x, number)) in self.all.iter_mut().zip(numbers) {
            sheet.extend([
                Mark::Rule { x: LEFT, y: FOOT - 6.0, to: RIGHT },
                line(LEFT, foot.clone()),
                line(x, number),
            ]);
        }
    }
}

/// A small number of things as a measure.
pub(super) fn f32_of(n: usize) -> f32 {
    u16::try_from(n).map_or(f32::from(u16::MAX), f32::from)
}
