"""Sets of names that are held to be one actor: a union-find that keeps its reasons and refuses what was forbidden."""

from __future__ import annotations

from collections.abc import Iterable


class Clusters:
    """Nodes joined step by step. `join` refuses where two that were kept apart, or two anchors, would meet."""

    def __init__(self, nodes: Iterable[str], anchors: Iterable[str] = ()) -> None:
        self._anchored = set(anchors)
        self._root = {node: node for node in (*nodes, *self._anchored)}
        self._members = {node: [node] for node in self._root}
        self._apart: dict[str, set[str]] = {}
        self._because: dict[str, list[str]] = {}

    def __contains__(self, node: str) -> bool:
        return node in self._root

    def root(self, node: str) -> str:
        """The node that stands for the cluster; which one depends on the order of joining."""
        while self._root[node] != node:
            self._root[node] = self._root[self._root[node]]
            node = self._root[node]
        return node

    def members(self, node: str) -> list[str]:
        """Every node of the cluster of `node`."""
        return self._members[self.root(node)]

    def because(self, node: str) -> tuple[str, ...]:
        """The reasons for which this node was joined, or kept apart, in their order."""
        return tuple(dict.fromkeys(self._because.get(node, ())))

    def keep_apart(self, one: str, other: str) -> bool:
        """Forbid the two to meet. False, and nothing done, where they have met already."""
        if self.root(one) == self.root(other):
            return False
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)
        return True

    def may_join(self, one: str, other: str) -> bool:
        """Whether nothing forbids that the clusters of the two meet."""
        left, right = self.root(one), self.root(other)
        if left == right:
            return True
        if left in self._anchored and right in self._anchored:
            return False
        small, large = sorted((left, right), key=lambda root: len(self._members[root]))
        return not any(
            self.root(enemy) == large for member in self._members[small] for enemy in self._apart.get(member, ())
        )

    def join(self, one: str, other: str, because: str) -> bool:
        """Join the clusters of the two, with the reason. False where that is forbidden."""
        if not self.may_join(one, other):
            return False
        self._unite(one, other, because)
        return True

    def judge_same(self, one: str, other: str, because: str) -> bool:
        """As `join`, but anchors may meet. False where the two were kept apart."""
        left, right = self.root(one), self.root(other)
        held = {left, right} & self._anchored
        self._anchored -= held
        joined = self.join(one, other, because)
        self._anchored |= {self.root(node) for node in held}
        return joined

    def _unite(self, one: str, other: str, because: str) -> None:
        left, right = self.root(one), self.root(other)
        self._because.setdefault(one, []).append(because)
        self._because.setdefault(other, []).append(because)
        if left != right:
            small, large = sorted((left, right), key=lambda root: (len(self._members[root]), root))
            self._root[small] = large
            self._members[large] += self._members.pop(small)
            if small in self._anchored:
                self._anchored.add(large)
