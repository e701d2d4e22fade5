/// A CDATA section whose marks were escaped with all else, or stand in a section themselves.
///
/// `SimpleXMLElement::addChild("title", "<![CDATA[…]]>")` writes such, and its likes in other languages:
/// the marks come out as the beginning and the end of the field's text.
enum EscapedSection {
    /// The field without such marks; `nil` where there are none.
    static func content(of field: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let text = field.drop(while: \.isASCIISpace)
        guard text.starts(with: start) else { return nil }
        var content = text.dropFirst(start.count)
        while content.last?.isASCIISpace == true { content = content.dropLast() }
        // A section around it has taken the last sign for its own.
        for end in ["]]>", "]]"] where content.suffix(end.utf8.count).elementsEqual(end.utf8) {
            return content.dropLast(end.utf8.count)
        }
        return content
    }

    /// Whether a look at the first bytes cannot rule out such marks, as it can for most fields.
    static func mayStart(_ field: Span<UInt8>) -> Bool {
        var index = 0
        while index < field.count, field[index].isASCIISpace { index += 1 }
        return index + 1 < field.count && field[index] == .lessThan
            && field[index + 1] == .exclamation
    }

    // MARK: - Private

    private static let start = Array("<![CDATA[".utf8)
}

extension ArraySlice<UInt8>? {
    /// The field without the marks of an escaped section.
    func withoutEscapedSection(at offset: Int, log: inout ProblemLog) -> Self {
        guard let field = self, EscapedSection.mayStart(field.span),
            let content = EscapedSection.content(of: field)
        else { return self }
        log.add("a CDATA section that is escaped; read as one", at: offset)
        return content.isBlank ? nil : content
    }
}
