/// Looks at a selector before there is a page to try it on.
package enum SelectorFault {
    /// What is wrong with it, and what to write; `nil` where it can be read.
    package static func of(_ selector: String) -> String? {
        do throws(ParseError) {
            _ = try XPath(selector: selector)
            return nil
        } catch {
            return error.description
        }
    }
}
