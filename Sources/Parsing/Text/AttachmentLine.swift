/// The line of a file that goes with a post, as MyBB writes it under the post: its name, its size and how
/// often it was fetched, which is more at each reading: "router.jpg (Rozmiar: 120.5 KB / Pobrań: 14)".
enum AttachmentLine {
    static func isOne(_ line: Span<UInt8>) -> Bool {
        // Hardly any line ends so.
        guard (2...longest).contains(line.count), line[line.count - 1] == UInt8(ascii: ")"),
            line[line.count - 2].isASCIIDigit
        else { return false }
        let text = line.knownText
        guard let open = text.lastIndex(of: "("), isFile(text[..<open]) else { return false }
        let parts = text[open...].dropFirst().dropLast().split(separator: "/")
        // Both are labelled: a tariff may be called "Max 29.99 (50 GB / 12)".
        guard parts.count == 2, parts.allSatisfy({ $0.contains(":") }),
            let unit = parts[0].split(separator: " ").last
        else { return false }
        return units.contains(unit.lowercased()) && parts[0].contains(where: \.isNumber)
    }

    // MARK: - Private

    /// In bytes; longer lines may have been cut within a character.
    private static let longest = 300

    private static let units: Set = ["bytes", "b", "kb", "mb", "gb"]

    /// Whether it is the name of a file, with a short ending.
    private static func isFile(_ name: Substring) -> Bool {
        let name = name.trimmed
        guard let dot = name.lastIndex(of: ".") else { return false }
        let ending = name[dot...].dropFirst()
        return dot > name.startIndex && (2...5).contains(ending.count)
            && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
