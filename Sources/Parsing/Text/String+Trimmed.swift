extension StringProtocol {
    /// Without the ASCII blanks at both ends.
    var trimmed: String {
        var rest = self[...]
        while let first = rest.utf8.first, first.isASCIISpace { rest = rest.dropFirst() }
        while let last = rest.unicodeScalars.last, last.isASCII, UInt8(last.value).isASCIISpace {
            rest = rest.dropLast()
        }
        return String(rest)
    }

    /// Without a pair of quotation marks around it.
    var trimmingQuotes: String {
        guard count >= 2, let first, first == last, first == "\"" || first == "'" else {
            return String(self)
        }
        return String(dropFirst().dropLast())
    }
}

extension String {
    /// Itself trimmed, or `nil` if nothing is left: absent is absent, not empty.
    var nonEmpty: String? {
        let text = trimmed
        return text.isEmpty ? nil : text
    }
}
