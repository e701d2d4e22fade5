import Model

extension Entry {
    /// Whether it is what RSS-Bridge, which makes feeds of other sites, says of its own failure, once a day
    /// and with the address that it failed to read: "Bridge returned error 404! (20786)".
    var tellsOfFailure: Bool {
        guard let title else { return false }
        return title.hasPrefix("Bridge returned error ") && title.hasSuffix(")")
            && title.contains("! (")
    }
}
