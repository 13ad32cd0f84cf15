//! A paper that was laid out, written down as PDF/UA-1.

use std::num::NonZeroU16;

use domain::paper::Paper;
use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point},
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::Stroke,
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope,
        Tag, TagGroup, TagTree,
    },
};

use super::{
    Unprinted,
    sheets::{HEIGHT, Kind, Line, Mark, Node, Outlined, Sheets, WIDTH},
    typeface::Faces,
};

pub(super) fn write(paper: &Paper, laid: &Sheets<'_>, faces: &Faces) -> Result<Vec<u8>, Unprinted> {
    let standard = || Unprinted::Standard("PDF/UA-1 is not known".to_owned());
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| standard())?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let mut read: Vec<Option<Identifier>> = vec![None; laid.leaves];
    for sheet in &laid.all {
        let page = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(standard)?;
        let mut page = document.start_page_with(page);
        let mut surface = page.surface();
        for mark in sheet {
            match mark {
                Mark::Line(line) => line_on(&mut surface, line, faces, &mut read),
                Mark::Rule { x, y, to } => rule_on(&mut surface, (*x, *y), *to),
                Mark::Frame(inset) => frame_on(&mut surface, *inset),
            }
        }
        surface.finish();
        page.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(paper.language.to_owned()));
    for node in &laid.tree {
        if let Some(node) = tagged(node, &read) {
            tree.push(node);
        }
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(&laid.headings));
    let metadata = Metadata::new()
        .title(paper.title.clone())
        .language(paper.language.to_owned())
        .creator("Gnist".to_owned());
    document.set_metadata(metadata);
    Ok(document.finish()?)
}

fn line_on(surface: &mut Surface<'_>, line: &Line, faces: &Faces, read: &mut [Option<Identifier>]) {
    let face = if line.style.is_bold { &faces.bold } else { &faces.regular };
    let drawn = face.drawn(&line.text);
    let tag = if line.leaf.is_some() {
        let said = (drawn != line.text).then_some(line.text.as_str());
        let span = SpanTag::empty().with_lang(line.language.as_deref());
        ContentTag::Span(span.with_actual_text(said))
    } else {
        ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other))
    };
    let id = surface.start_tagged(tag);
    let glyphs = face.glyphs(&drawn);
    let at = Point::from_xy(line.x, line.base);
    surface.draw_glyphs(at, &glyphs, face.font.clone(), &drawn, line.style.size, false);
    surface.end_tagged();
    if let Some(leaf) = line.leaf.and_then(|it| read.get_mut(it)) {
        *leaf = Some(id);
    }
}

fn rule_on(surface: &mut Surface<'_>, (x, y): (f32, f32), to: f32) {
    let mut path = PathBuilder::new();
    path.move_to(x, y);
    path.line_to(to, y);
    stroke_on(surface, path);
}

fn frame_on(surface: &mut Surface<'_>, inset: f32) {
    let (right, bottom) = (WIDTH - inset, HEIGHT - inset);
    let mut path = PathBuilder::new();
    path.move_to(inset, inset);
    path.line_to(right, inset);
    path.line_to(right, bottom);
    path.line_to(inset, bottom);
    path.close();
    stroke_on(surface, path);
}

fn stroke_on(surface: &mut Surface<'_>, path: PathBuilder) {
    let Some(path) = path.finish() else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    surface.set_stroke(Some(Stroke { width: 0.6, ..Stroke::default() }));
    surface.draw_path(&path);
    surface.set_stroke(None);
    surface.end_tagged();
}

/// What a node is, with what is in it.
fn tagged(node: &Node, read: &[Option<Identifier>]) -> Option<krilla::tagging::Node> {
    match node {
        Node::Leaf(n) => read.get(*n).copied().flatten().map(Into::into),
        Node::Group(kind, nodes) => {
            let mut group = group(kind);
            for node in nodes.iter().filter_map(|it| tagged(it, read)) {
                group.push(node);
            }
            Some(group.into())
        }
    }
}

fn group(kind: &Kind) -> TagGroup {
    match kind {
        Kind::Heading(level, title) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            TagGroup::new(Tag::Hn(level, Some(title.clone())))
        }
        Kind::Section => TagGroup::new(Tag::Section),
        Kind::Paragraph => TagGroup::new(Tag::P),
        Kind::List => TagGroup::new(Tag::L(ListNumbering::Disc)),
        Kind::Steps => TagGroup::new(Tag::L(ListNumbering::Decimal)),
        Kind::Terms => TagGroup::new(Tag::L(ListNumbering::None)),
        Kind::Item => TagGroup::new(Tag::LI),
        Kind::Label => TagGroup::new(Tag::Lbl),
        Kind::Body => TagGroup::new(Tag::LBody),
        Kind::Table => TagGroup::new(Tag::Table),
        Kind::Head => TagGroup::new(Tag::THead),
        Kind::Rows => TagGroup::new(Tag::TBody),
        Kind::Row => TagGroup::new(Tag::TR),
        Kind::ColumnName => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
        Kind::RowName => TagGroup::new(Tag::TH(TableHeaderScope::Row)),
        Kind::Cell => TagGroup::new(Tag::TD),
    }
}

/// The headings as a way through the file: the title, and under it the sections.
fn outline(headings: &[Outlined]) -> Outline {
    let node = |it: &Outlined| {
        let at = XyzDestination::new(it.sheet, Point::from_xy(0.0, it.y));
        OutlineNode::new(it.text.clone(), at)
    };
    let mut outline = Outline::new();
    if let Some((title, rest)) = headings.split_first() {
        let mut title = node(title).with_open(true);
        for section in rest.iter().filter(|it| it.level == 2) {
            title.push_child(node(section));
        }
        outline.push_child(title);
    }
    outline
}
