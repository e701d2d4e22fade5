/// How networks are written: an address, a slash, how many of its bits all members share.
enum NetworkNotation {
    static func isCIDR(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let bits = Decimals.wholeNumber(parts[1]) else { return false }
        return isIPv4(parts[0]) ? bits <= 32 : isIPv6(parts[0]) && bits <= 128
    }

    // MARK: - Private

    private static func isIPv4(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                Decimals.wholeNumber(part).map { $0 <= 255 && String($0) == part } ?? false
            }
    }

    /// Eight groups of up to four hexadecimal digits, of which `::` stands for one or more of zero.
    private static func isIPv6(_ text: Substring) -> Bool {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        let groups = halves.flatMap { $0.split(separator: ":", omittingEmptySubsequences: false) }
            .filter { !$0.isEmpty || halves.count == 1 }
        let areHex = groups.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isHexDigit) }
        let isFull = halves.count == 1 && groups.count == 8
        let isShort = halves.count == 2 && groups.count < 8
        return areHex && (isFull || isShort)
    }
}
