//! Packs the sorted list that `tools/derive.py` writes into the file the crate carries:
//! `cargo run -p language --example pack -- parts.tsv app/language/data/parts.fst`.

use std::{error::Error, fs, io::BufWriter};

use fst::MapBuilder;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(list), Some(packed)) = (arguments.next(), arguments.next()) else {
        return Err("say which list to read and which file to write".into());
    };
    let mut builder = MapBuilder::new(BufWriter::new(fs::File::create(packed)?))?;
    for line in fs::read_to_string(list)?.lines() {
        let (word, value) = line.split_once('\t').ok_or("a line without a number")?;
        builder.insert(word, value.parse()?)?;
    }
    builder.finish()?;
    Ok(())
}
