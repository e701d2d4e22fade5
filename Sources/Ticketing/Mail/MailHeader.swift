import Foundation
import Model

/// One line of a message's head, folded where it is long.
enum MailHeader {
    /// A text for people: as it is, or in encoded words where mail cannot carry it so (RFC 2047).
    static func line(_ name: String, text: String) -> String {
        "\(name): \(words(text, behind: name.utf8.count + 2))\r\n"
    }

    /// Identifiers, addresses and the like, one below the other.
    static func line(_ name: String, items: [String], separator: String = "") -> String {
        "\(name): " + items.joined(separator: separator + "\r\n ") + "\r\n"
    }

    static func mailbox(_ address: MailAddress) -> String {
        guard let name = address.name else { return address.address }
        let isAtoms = name.utf8.allSatisfy {
            $0 == 0x20 || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                || (0x61...0x7A).contains($0)
        }
        // Behind the longest of `From`, `To` and `Reply-To`, and on a line of its own where it may be
        // long.
        return isAtoms && name.utf8.count < 40
            ? "\(name) <\(address.address)>"
            : encodedWords(name, behind: 10) + "\r\n <\(address.address)>"
    }

    // MARK: - Private

    private static func words(_ text: String, behind width: Int) -> String {
        let isPlain =
            text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
            && text.utf8.count <= 66
        return isPlain ? text : encodedWords(text, behind: width)
    }

    /// Each line 76 characters at most and whole characters in each word, as RFC 2047 §2 and §5 ask.
    ///
    /// - Parameter width: of what stands in front on the first line.
    private static func encodedWords(_ text: String, behind width: Int) -> String {
        // The frame of a word takes 12 characters, and 3 bytes become 4.
        var room = (76 - width - 12) / 4 * 3
        var words: [String] = []
        var bytes: [UInt8] = []
        func end() {
            guard !bytes.isEmpty else { return }
            words.append("=?UTF-8?B?\(Data(bytes).base64EncodedString())?=")
            bytes = []
            room = (76 - 1 - 12) / 4 * 3
        }
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8)
            if bytes.count + next.count > room { end() }
            bytes += next
        }
        end()
        return words.joined(separator: "\r\n ")
    }
}
