extension StringProtocol {
    /// Without the ASCII blanks at both ends.
    var trimmed: String {
        let text = String(self)
        let bytes = text.utf8
        guard bytes.first?.isASCIISpace == true || bytes.last?.isASCIISpace == true else {
            return text
        }
        return Array(bytes).trimmedText ?? ""
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
