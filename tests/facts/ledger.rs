//! The ledger of facts, read from its page.

/// Something of the program, by what it is and its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thing {
    pub kind: String,
    pub id: String,
}

impl Thing {
    pub fn new(kind: &str, id: &str) -> Self {
        Self { kind: kind.into(), id: id.into() }
    }
}

/// What became of a fact.
#[derive(Debug)]
pub enum Fate {
    /// What of the program goes by it, at least one thing.
    Used(Vec<Thing>),
    /// Why nothing does.
    LeftOut(String),
}

/// A row of the ledger.
#[derive(Debug)]
pub struct Fact {
    pub id: String,
    pub text: String,
    pub marks: Vec<String>,
    pub fate: Fate,
}

/// What the program holds under a name of its own.
#[derive(Debug)]
pub struct Own {
    pub things: Vec<Thing>,
    /// The fact that it follows from.
    pub from: Option<String>,
    pub why: Option<String>,
}

/// The whole page.
#[derive(Debug, Default)]
pub struct Ledger {
    pub facts: Vec<Fact>,
    pub own: Vec<Own>,
}

impl Fact {
    pub fn things(&self) -> &[Thing] {
        match &self.fate {
            Fate::Used(things) => things,
            Fate::LeftOut(_) => &[],
        }
    }

    pub fn reason(&self) -> Option<&str> {
        match &self.fate {
            Fate::Used(_) => None,
            Fate::LeftOut(reason) => Some(reason),
        }
    }
}

impl Ledger {
    /// Everything that is named anywhere.
    pub fn things(&self) -> impl Iterator<Item = &Thing> {
        let used = self.facts.iter().flat_map(Fact::things);
        used.chain(self.own.iter().flat_map(|own| &own.things))
    }

    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }
}

/// Rows of four cells are facts, rows of three are our own; the tables of the head, which come before the first
/// numbered section, are neither.
pub fn read(text: &str) -> Result<Ledger, String> {
    let mut ledger = Ledger::default();
    let begin = text.find("\n## 1.1 ").ok_or("the ledger has no section 1.1")?;
    for line in text[begin..].lines().filter(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if cells.iter().all(|cell| *cell == "---") || ["fact", "what"].contains(&cells[0]) {
            continue;
        }
        match cells[..] {
            [id, text, marks, fate] => ledger.facts.push(fact(id, text, marks, fate)?),
            [things, from, why] => ledger.own.push(own(things, from, why)?),
            _ => return Err(format!("a row has {} cells: {line}", cells.len())),
        }
    }
    Ok(ledger)
}

fn fact(id: &str, text: &str, marks: &str, fate: &str) -> Result<Fact, String> {
    let id = name(id)?;
    let fate = match fate.strip_prefix("left out:") {
        Some(reason) => Fate::LeftOut(reason.trim().into()),
        None => Fate::Used(things(fate).map_err(|why| format!("{id}: {why}"))?),
    };
    let marks = marks.split_whitespace().map(Into::into).collect();
    Ok(Fact { id, text: text.into(), marks, fate })
}

fn own(what: &str, from: &str, why: &str) -> Result<Own, String> {
    let said = |cell| (cell != "–").then_some(cell);
    let from = said(from).map(name).transpose()?;
    Ok(Own { things: things(what)?, from, why: said(why).map(Into::into) })
}

/// ``rule `A`, `B`; figure `C` ``
fn things(cell: &str) -> Result<Vec<Thing>, String> {
    let mut things = Vec::new();
    for part in cell.split("; ") {
        let (kind, ids) = part.split_once(' ').ok_or_else(|| format!("“{part}” names nothing"))?;
        for id in ids.split(", ") {
            things.push(Thing { kind: kind.into(), id: name(id)? });
        }
    }
    Ok(things)
}

fn name(cell: &str) -> Result<String, String> {
    let inner = cell.strip_prefix('`').and_then(|cell| cell.strip_suffix('`'));
    let inner = inner.filter(|inner| !inner.is_empty() && !inner.contains(['`', ' ']));
    inner.map(Into::into).ok_or_else(|| format!("“{cell}” is no name between backticks"))
}
