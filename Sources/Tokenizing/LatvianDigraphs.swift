/// How some type Latvian who have none of its letters: two for one, `nestraadaa` for `nestrādā`, `luudzu` for
/// `lūdzu`.
package enum LatvianDigraphs {
    /// A term or a name as they type it; `nil` where that is no other spelling.
    package static func typed(_ text: String) -> String? {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        var typed = ""
        for letter in text { typed += pairs[letter] ?? String(letter) }
        return typed == text ? nil : typed
    }

    /// What they mean by a word, in small letters; `nil` where no two letters may stand for one.
    package static func read(_ word: String) -> String? {
        var read = ""
        var rest = word[...]
        var isChanged = false
        while let first = rest.first {
            if let letter = letters[String(rest.prefix(2))] {
                read.append(letter)
                rest.removeFirst(2)
                isChanged = true
            } else {
                read.append(first)
                rest.removeFirst()
            }
        }
        return isChanged ? read : nil
    }

    /// Whether folded bytes may hold two letters that stand for one; `false` only where they do not.
    package static func mayStand(in bytes: [UInt8]) -> Bool {
        var last: UInt8 = 0
        for byte in bytes {
            if byte == last, isVowel(byte) { return true }
            if byte == UInt8(ascii: "h") || byte == UInt8(ascii: "j"), last >= UInt8(ascii: "a") {
                return true
            }
            last = byte
        }
        return false
    }

    // MARK: - Private

    private static let letters: [String: Character] = [
        "aa": "ā", "ee": "ē", "ii": "ī", "uu": "ū", "ch": "č", "sh": "š", "zh": "ž", "gj": "ģ",
        "kj": "ķ", "lj": "ļ", "nj": "ņ",
    ]

    /// By letter, in either case.
    private static let pairs: [Character: String] = {
        var pairs: [Character: String] = [:]
        for (pair, letter) in letters {
            pairs[letter] = pair
            let capital = Character(letter.uppercased())
            pairs[capital] = pair.prefix(1).uppercased() + pair.dropFirst()
        }
        return pairs
    }()

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "u"): true
        default: false
        }
    }
}
