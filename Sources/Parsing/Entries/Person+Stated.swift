import Foundation
import Model

extension Person {
    /// Reads an author as RSS has it; `nil` if there is neither name nor address.
    ///
    /// Forms are `jan@example.pl (Jan Nowak)`, either way round, `Jan Nowak <jan@example.pl>`, either
    /// part alone, and an address before or behind the name. Mailing lists write `jan at example.pl
    /// (Jan Nowak)`.
    init?(stated text: String?) {
        guard let text = text?.nonEmpty.map(Self.withoutDisguise) else { return nil }
        if let (before, within) = Self.split(text, at: "(", and: ")") {
            if let address = Self.address(before) ?? Self.spelledAddress(before) {
                self.init(name: within.nonEmpty, email: address)
                return
            }
            if let address = Self.address(within), let name = before.nonEmpty {
                self.init(name: name.trimmingQuotes.nonEmpty, email: address)
                return
            }
        }
        if !Self.mayHoldAddress(text.utf8.span) {
            self.init(name: text)
        } else if let (before, within) = Self.split(text, at: "<", and: ">"),
            let address = Self.address(within)
        {
            self.init(name: before.trimmingQuotes.nonEmpty, email: address)
        } else if let address = Self.address(text) {
            self.init(email: address)
        } else if let (name, address) = Self.nameAndAddress(text) {
            self.init(name: name, email: address)
        } else {
            self.init(name: text)
        }
    }

    /// Without what publishers write before a name, and without a name that is no more than a sign, as
    /// software writes `-` where there is none; `nil` when nothing else is known.
    ///
    /// As one author, all of a site's unsigned entries would be somebody's.
    var named: Person? {
        guard let stated = name else { return self }
        let bare = Self.withoutLabel(stated)
        let isSign =
            bare.utf8.first?.isASCIIAlphanumeric != true
            && bare.allSatisfy { $0.isPunctuation || $0.isWhitespace }
        var person = self
        person.name = isSign ? nil : bare
        return isSign && email == nil && uri == nil ? nil : person
    }

    /// An address as a link may have it: `mailto:jan@example.pl`.
    static func withoutScheme(_ address: String) -> String {
        let scheme = "mailto:"
        return address.lowercased().hasPrefix(scheme)
            ? String(address.dropFirst(scheme.count)) : address
    }

    /// Whether a look at the bytes cannot rule out that an address is in it.
    ///
    /// Names in forums have an `@` too: `@ola`.
    static func mayHoldAddress(_ text: Span<UInt8>) -> Bool {
        var sign = text.offset(of: UInt8(ascii: "@"), from: 0)
        while sign < text.count {
            if sign > 0, !text[sign - 1].isASCIISpace,
                text.offset(of: .dot, from: sign + 1) < text.count
            {
                return true
            }
            sign = text.offset(of: UInt8(ascii: "@"), from: sign + 1)
        }
        return false
    }

    // MARK: - Private

    /// What publishers write before who wrote it, in lower case.
    private static let labels: Set<String> = [
        "author", "by", "written by", "posted by", "autor", "autorka", "autorzy", "tekst",
        "napisał", "napisała", "opracował", "opracowała", "oprac.", "autors", "autore", "autori",
        "teksts", "sagatavoja",
    ]

    /// `Jan Nowak` of `Autor: Jan Nowak`; empty where nobody is named behind the label.
    private static func withoutLabel(_ name: String) -> String {
        guard name.utf8.span.holds(.colon), let colon = name.firstIndex(of: ":"),
            labels.contains(name[..<colon].trimmed.lowercased())
        else { return name }
        return name[name.index(after: colon)...].trimmed
    }

    /// What stands before `open`, and between it and `close` at the end.
    private static func split(_ text: String, at open: Character, and close: Character)
        -> (before: String, within: String)?
    {
        guard text.utf8.last == close.asciiValue, text.last == close,
            let start = text.firstIndex(of: open)
        else { return nil }
        return (text[..<start].trimmed, text[text.index(after: start)...].dropLast().trimmed)
    }

    /// Itself without a scheme, if it is an address and nothing else.
    private static func address(_ text: some StringProtocol) -> String? {
        let address = withoutScheme(String(text))
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        let isOne =
            halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".")
            && !address.utf8.contains { $0.isASCIISpace || "<>(),;:\"".utf8.contains($0) }
        return isOne ? address : nil
    }

    /// With the `@` that mailing lists and forums write as `(a)` or `[at]`.
    private static func withoutDisguise(_ text: String) -> String {
        // Nearly every author is a name and nothing else.
        let bytes = text.utf8.span
        guard bytes.holds(UInt8(ascii: "(")) || bytes.holds(UInt8(ascii: "[")), !text.contains("@")
        else { return text }
        for sign in ["(a)", "(at)", "[a]", "[at]"] {
            let halves = text.components(separatedBy: sign)
            guard halves.count == 2 else { continue }
            let plain = "\(halves[0].trimmed)@\(halves[1].trimmed)"
            let address = plain.split { $0.isWhitespace || "()<>".contains($0) }
                .first { $0.contains("@") }
            if let address, Self.address(address) != nil { return plain }
        }
        return text
    }

    /// `jan at example.pl`, as Mailman hides addresses.
    private static func spelledAddress(_ text: String) -> String? {
        let words = text.split(separator: " ")
        guard words.count == 3, words[1] == "at" else { return nil }
        return address("\(words[0])@\(words[2])")
    }

    /// A name with an address in front of it or behind it, and no other sign between them.
    private static func nameAndAddress(_ text: String) -> (name: String, address: String)? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count > 1, let first = words.first, let last = words.last else { return nil }
        let others: ArraySlice<Substring>
        let address: String
        if let found = Self.address(last) {
            (others, address) = (words.dropLast(), found)
        } else if let found = Self.address(first) {
            (others, address) = (words.dropFirst(), found)
        } else {
            return nil
        }
        guard !others.contains(where: { $0.contains("@") }) else { return nil }
        var name = others.joined(separator: " ")
        while let last = name.last, ",;:".contains(last) { name.removeLast() }
        return (name, address)
    }
}
