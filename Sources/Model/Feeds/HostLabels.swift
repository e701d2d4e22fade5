/// The labels of a host that tell no site from another.
enum HostLabels {
    /// Whether labels are a suffix under which sites of a country stand: `com.pl`, `co.uk`.
    static func areSuffix(_ host: ArraySlice<UInt8>) -> Bool {
        guard host.count <= longestSuffix else { return false }
        let labels = host.split(separator: UInt8(ascii: "."))
        guard labels.count == 2, labels[1].count == 2 else { return false }
        return suffixes.contains(String(decoding: labels[0], as: UTF8.self))
    }

    /// Whether a label, in lower case, is what a site calls its host for telephones.
    static func isMobile(_ label: ArraySlice<UInt8>) -> Bool {
        switch label.count {
        case 1: label.first == UInt8(ascii: "m")
        case 3: label.elementsEqual("amp".utf8)
        case 6: label.elementsEqual("mobile".utf8)
        default: false
        }
    }

    // MARK: - Private

    /// In bytes: `info.pl`.
    private static let longestSuffix = 7

    private static let suffixes: Set<String> = [
        "com", "net", "org", "co", "edu", "gov", "info", "biz", "waw", "ac",
    ]
}
