//! Sets.

use std::borrow::Borrow;
use std::cmp::Ordering;

use super::place;

/// Things that are all different, in ascending order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set<T>(Vec<T>);

impl<T> Set<T> {
    /// The empty set.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The set of one element.
    pub fn of(element: T) -> Self {
        Self(vec![element])
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lowest element.
    pub fn first(&self) -> Option<&T> {
        self.0.first()
    }

    /// All elements, ascending.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Takes all elements out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Takes out all elements that are not `wanted`.
    pub fn retain(&mut self, wanted: impl FnMut(&T) -> bool) {
        self.0.retain(wanted);
    }
}

impl<T: Ord> Set<T> {
    /// Adds an element; says whether it is new.
    pub fn insert(&mut self, element: T) -> bool {
        let place = self.place(&element);
        if let Err(place) = place {
            self.0.insert(place, element);
        }
        place.is_err()
    }

    /// Takes an element out; says whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, element: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        let place = self.place(element);
        if let Ok(place) = place {
            self.0.remove(place);
        }
        place.is_ok()
    }

    /// Whether the element is there.
    pub fn contains<Q: Ord + ?Sized>(&self, element: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.place(element).is_ok()
    }

    /// How many elements are lower than one that is there.
    pub fn position<Q: Ord + ?Sized>(&self, element: &Q) -> Option<usize>
    where
        T: Borrow<Q>,
    {
        self.place(element).ok()
    }

    fn place<Q: Ord + ?Sized>(&self, element: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        place(self.0.len(), &mut |at| {
            self.0.get(at).map_or(Ordering::Greater, |known| known.borrow().cmp(element))
        })
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, elements: I) {
        for element in elements {
            self.insert(element);
        }
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        let mut all = Self::new();
        all.extend(elements);
        all
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_set_does_what_that_of_the_standard_library_does() {
        let (mut set, mut known) = (Set::new(), BTreeSet::new());
        for step in 0_u32..500 {
            let element = step * 37 % 29;
            if step % 3 == 0 {
                assert_eq!(set.remove(&element), known.remove(&element));
            } else {
                assert_eq!(set.insert(element), known.insert(element));
            }
            assert!(set.iter().eq(&known), "{step}");
            assert_eq!(
                (set.first(), set.len(), set.is_empty()),
                (known.first(), known.len(), known.is_empty())
            );
            for element in 0..30 {
                assert_eq!(set.contains(&element), known.contains(&element));
                assert_eq!(set.position(&element), known.iter().position(|known| *known == element));
            }
        }
        set.retain(|element| element % 2 == 0);
        known.retain(|element| element % 2 == 0);
        assert!(set.into_iter().eq(known));
    }
}
