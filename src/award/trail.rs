//! A search tree written down, as a certificate needs it.

use super::bound::Multipliers;

/// A place in the tree.
#[derive(Clone, Debug)]
pub(super) struct Node<I> {
    /// The multipliers from which candidates were closed, in order.
    pub(super) rounds: Vec<Multipliers<I>>,
    /// How it ends.
    pub(super) end: End<I>,
}

/// How a place in the tree ends.
#[derive(Clone, Debug)]
pub(super) enum End<I> {
    /// Nothing is left.
    Closed,
    /// All that is left was tried.
    Try,
    /// What is left was solved by dynamic programming.
    Sets,
    /// A lot goes to each of its candidates in turn.
    Branch(usize, Vec<(usize, Node<I>)>),
}

impl<I> Default for Node<I> {
    fn default() -> Node<I> {
        Node { rounds: Vec::new(), end: End::Closed }
    }
}
