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

    /// Whether folded bytes hold two letters that may stand for one, and none of the letters they would stand for:
    /// who has those types them.
    package static func mayStand(in bytes: [UInt8]) -> Bool {
        var last: UInt8 = 0
        var isFound = false
        for byte in bytes {
            if byte == 0xC4 || byte == 0xC5 { return false }
            if endsPair(byte, after: last) { isFound = true }
            last = byte
        }
        return isFound
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

    private static func endsPair(_ byte: UInt8, after last: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "u"):
            last == byte
        case UInt8(ascii: "h"): "csz".utf8.contains(last)
        case UInt8(ascii: "j"): "gkln".utf8.contains(last)
        default: false
        }
    }
}
