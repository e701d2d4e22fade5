/// What highlighters of programs call the numbers that they put beside the lines (Pygments, Rouge,
/// WP-Syntax, Prism).
enum LineNumbers {
    /// Whether a look at what stands in a class cannot rule that out.
    static func mayBe(in bytes: [UInt8], at offset: Int) -> Bool {
        bytes.hasPrefix("line", at: offset)
            && (bytes.hasPrefix("no", at: offset + 4) || bytes.hasPrefix("num", at: offset + 4)
                || bytes.hasPrefix("-num", at: offset + 4)
                || bytes.hasPrefix("_num", at: offset + 4))
    }

    static func areCalled(_ name: Substring) -> Bool { names.contains(name.lowercased()) }

    /// Whether the first words of an element are numbers alone: Prism has the class around whole articles,
    /// too.
    ///
    /// - Parameter tokens: stands behind the element's start tag.
    static func stand(at tokens: borrowing HTMLTokenizer) -> Bool {
        guard let words = tokens.firstWords else { return false }
        return tokens.bytes[words].allSatisfy {
            $0.isASCIIDigit || $0.isASCIISpace || $0 == .colon || $0 == UInt8(ascii: ".")
        }
    }

    // MARK: - Private

    private static let names: Set<String> = [
        "lineno", "linenos", "linenodiv", "linenumber", "linenumbers", "line-number",
        "line-numbers", "line_number", "line_numbers",
    ]
}
