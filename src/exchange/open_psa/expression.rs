//! Expressions for probabilities and parameters, as they stand in the file.

use super::attributes;
use super::error::Problem;
use super::formula::check;
use super::terms::{Head, Reference, Terms};
use super::xml::{Fault, Xml, fault, parts, shown};

/// What an expression does with its arguments.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Operation {
    Number(f64),
    MissionTime,
    Arithmetic(Arithmetic),
    /// A condition; 1 where it holds, otherwise 0.
    Logic(Logic),
    /// The second if the first is true, otherwise the third.
    IfThenElse,
    /// Pairs of condition and value, then what holds without any of them.
    Switch,
    /// 1 − exp(−λt) of rate and time.
    Exponential,
    /// γ, λ, μ, t: failure on demand, failure rate, repair rate, time.
    Glm,
    /// Scale, shape, time before the first failure, time.
    Weibull,
    /// λ, τ, θ, t or λ, μ, τ, θ, t.
    PeriodicTest,
    /// A random number, which stands for its mean.
    Deviate(Deviate),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arithmetic {
    Neg,
    Add,
    Sub,
    Mul,
    Div,
    Abs,
    Acos,
    Asin,
    Atan,
    Cos,
    Cosh,
    Exp,
    Log,
    Log10,
    Mod,
    Pow,
    Sin,
    Sinh,
    Tan,
    Tanh,
    Sqrt,
    Ceil,
    Floor,
    Min,
    Max,
    Mean,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Logic {
    Not,
    And,
    Or,
    Eq,
    Df,
    Lt,
    Gt,
    Leq,
    Geq,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deviate {
    Uniform,
    Normal,
    /// Mean, error factor and level; or μ and σ of the logarithm.
    Lognormal,
    Gamma,
    Beta,
    /// The lowest bound, then upper bound and weight of each bin.
    Histogram,
}

/// References of expressions lead to parameters only.
pub(super) type Expressions<'d> = Terms<'d, Operation, ()>;

const MANY: usize = usize::MAX;

/// What an element of an expression stands for.
pub(super) fn head(node: Xml<'_>) -> Result<Head<'_, Operation, ()>, Fault> {
    use Operation::{
        Arithmetic as A, Deviate as D, Exponential, Glm, IfThenElse, Logic as L, MissionTime, Number,
        PeriodicTest, Weibull,
    };
    let number = |attributes: &[&str], value| {
        attributes::only(node, attributes)?;
        check(node, parts(node)?.len(), 0, 0)?;
        Ok(Head::Operation(Number(value), Vec::new()))
    };
    let (operation, least, most) = match node.tag_name().name() {
        "float" => return number(&["value"], attributes::number(node, "value")?),
        "int" => return number(&["value"], attributes::integer(node, "value")?),
        "bool" => return number(&["value"], f64::from(u8::from(attributes::boolean(node, "value")?))),
        "pi" => return number(&[], std::f64::consts::PI),
        "parameter" => {
            attributes::only(node, &["name", "unit"])?;
            attributes::unit(node)?;
            check(node, parts(node)?.len(), 0, 0)?;
            return Ok(Head::Reference(Reference { name: attributes::name(node)?, wanted: () }));
        }
        "system-mission-time" => {
            attributes::only(node, &["unit"])?;
            attributes::unit(node)?;
            check(node, parts(node)?.len(), 0, 0)?;
            return Ok(Head::Operation(MissionTime, Vec::new()));
        }
        "neg" => (A(Arithmetic::Neg), 1, 1),
        "add" => (A(Arithmetic::Add), 1, MANY),
        "sub" => (A(Arithmetic::Sub), 1, MANY),
        "mul" => (A(Arithmetic::Mul), 1, MANY),
        "div" => (A(Arithmetic::Div), 1, MANY),
        "abs" => (A(Arithmetic::Abs), 1, 1),
        "acos" => (A(Arithmetic::Acos), 1, 1),
        "asin" => (A(Arithmetic::Asin), 1, 1),
        "atan" => (A(Arithmetic::Atan), 1, 1),
        "cos" => (A(Arithmetic::Cos), 1, 1),
        "cosh" => (A(Arithmetic::Cosh), 1, 1),
        "exp" => (A(Arithmetic::Exp), 1, 1),
        "log" => (A(Arithmetic::Log), 1, 1),
        "log10" => (A(Arithmetic::Log10), 1, 1),
        "mod" => (A(Arithmetic::Mod), 2, 2),
        "pow" => (A(Arithmetic::Pow), 2, 2),
        "sin" => (A(Arithmetic::Sin), 1, 1),
        "sinh" => (A(Arithmetic::Sinh), 1, 1),
        "tan" => (A(Arithmetic::Tan), 1, 1),
        "tanh" => (A(Arithmetic::Tanh), 1, 1),
        "sqrt" => (A(Arithmetic::Sqrt), 1, 1),
        "ceil" => (A(Arithmetic::Ceil), 1, 1),
        "floor" => (A(Arithmetic::Floor), 1, 1),
        "min" => (A(Arithmetic::Min), 1, MANY),
        "max" => (A(Arithmetic::Max), 1, MANY),
        "mean" => (A(Arithmetic::Mean), 1, MANY),
        "not" => (L(Logic::Not), 1, 1),
        "and" => (L(Logic::And), 1, MANY),
        "or" => (L(Logic::Or), 1, MANY),
        "eq" => (L(Logic::Eq), 2, 2),
        "df" => (L(Logic::Df), 2, 2),
        "lt" => (L(Logic::Lt), 2, 2),
        "gt" => (L(Logic::Gt), 2, 2),
        "leq" => (L(Logic::Leq), 2, 2),
        "geq" => (L(Logic::Geq), 2, 2),
        "ite" => (IfThenElse, 3, 3),
        "switch" => return switch(node),
        "exponential" => (Exponential, 2, 2),
        "GLM" => (Glm, 4, 4),
        "Weibull" => (Weibull, 4, 4),
        "periodic-test" => (PeriodicTest, 4, 5),
        "uniform-deviate" => (D(Deviate::Uniform), 2, 2),
        "normal-deviate" => (D(Deviate::Normal), 2, 2),
        "lognormal-deviate" => (D(Deviate::Lognormal), 2, 3),
        "gamma-deviate" => (D(Deviate::Gamma), 2, 2),
        "beta-deviate" => (D(Deviate::Beta), 2, 2),
        "histogram" => return histogram(node),
        _ => return unknown(node),
    };
    attributes::only(node, &[])?;
    let arguments = parts(node)?;
    if operation == PeriodicTest && arguments.len() == 11 {
        let remedy = "use the periodic test with 4 or 5 arguments";
        return fault(
            node,
            Problem::Unsupported { element: "periodic-test with 11 arguments".into(), remedy },
        );
    }
    check(node, arguments.len(), least, most)?;
    Ok(Head::Operation(operation, arguments))
}

fn switch(node: Xml<'_>) -> Result<Head<'_, Operation, ()>, Fault> {
    attributes::only(node, &[])?;
    let mut arguments = Vec::new();
    let all = parts(node)?;
    check(node, all.len(), 1, MANY)?;
    let last = all.len() - 1;
    for (number, part) in all.into_iter().enumerate() {
        if number < last {
            arguments.extend(pair(part, "case", "switch", "case, and one expression at the end")?);
        } else {
            arguments.push(part);
        }
    }
    Ok(Head::Operation(Operation::Switch, arguments))
}

fn histogram(node: Xml<'_>) -> Result<Head<'_, Operation, ()>, Fault> {
    attributes::only(node, &[])?;
    let mut arguments = Vec::new();
    let all = parts(node)?;
    check(node, all.len(), 2, MANY)?;
    for (number, part) in all.into_iter().enumerate() {
        if number > 0 {
            arguments.extend(pair(part, "bin", "histogram", "the lowest bound, then bins")?);
        } else {
            arguments.push(part);
        }
    }
    Ok(Head::Operation(Operation::Deviate(Deviate::Histogram), arguments))
}

/// The two expressions of a case or of a bin.
fn pair<'d>(node: Xml<'d>, name: &str, within: &str, expected: &'static str) -> Result<Vec<Xml<'d>>, Fault> {
    if node.tag_name().name() != name {
        let (element, within) = (shown(node), within.into());
        return fault(node, Problem::UnknownElement { element, within, expected });
    }
    attributes::only(node, &[])?;
    let two = parts(node)?;
    check(node, two.len(), 2, 2)?;
    Ok(two)
}

fn unknown<T>(node: Xml<'_>) -> Result<T, Fault> {
    let element = shown(node);
    let remedy = match node.tag_name().name() {
        "extern-function" => "put the function's value in its place",
        "test-initiating-event" | "test-functional-event" => "fault trees are solved, not event trees",
        _ => {
            let within = node.parent().map(shown).unwrap_or_default();
            let expected =
                "an expression: a number, a parameter, arithmetic, a condition, a distribution or a deviate";
            return fault(node, Problem::UnknownElement { element, within, expected });
        }
    };
    fault(node, Problem::Unsupported { element, remedy })
}
