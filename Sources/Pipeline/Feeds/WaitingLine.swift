/// A queue: first come, first served, in the same time however many wait.
///
/// Taking the first element out of an array would move all others.
package struct WaitingLine<Element> {
    /// Those who came last, in their order.
    private var arrived: [Element] = []
    /// Those in front of them, the first of all at the end.
    private var next: [Element] = []

    package init() {}

    package var isEmpty: Bool { arrived.isEmpty && next.isEmpty }

    package mutating func append(_ element: Element) { arrived.append(element) }

    /// - Returns: `nil` where nobody waits.
    package mutating func popFirst() -> Element? {
        if next.isEmpty {
            next = arrived.reversed()
            arrived = []
        }
        return next.popLast()
    }
}

extension WaitingLine: Sendable where Element: Sendable {}
