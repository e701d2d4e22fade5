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

    // MARK: - Private

    private static let names: Set<String> = [
        "lineno", "linenos", "linenodiv", "linenumber", "linenumbers", "line-number",
        "line-numbers", "line_number", "line_numbers",
    ]
}
