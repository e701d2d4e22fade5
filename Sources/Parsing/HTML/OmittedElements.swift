/// Elements that are left out when a part of a page is written out.
///
/// Two sets, so that each of thousands of posts can have some of its own beside those of all without a
/// copy of these.
struct OmittedElements {
    private let ofAll: Set<UInt>
    private let own: Set<UInt>

    /// Both by identity.
    init(_ ofAll: Set<UInt>, _ own: Set<UInt> = []) {
        self.ofAll = ofAll
        self.own = own
    }

    func contains(_ identity: UInt) -> Bool {
        ofAll.contains(identity) || own.contains(identity)
    }
}
