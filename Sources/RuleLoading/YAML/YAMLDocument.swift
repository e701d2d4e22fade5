import Model
import Yams

/// Reads a YAML file as far as YAML itself goes.
enum YAMLDocument {
    /// The value the whole file is.
    ///
    /// A file that breaks the rules of YAML has one mistake, the first: what follows it cannot be
    /// understood. A key written twice is such a break.
    static func root(of file: RuleFile) throws(RuleError) -> YAMLValue {
        let text = try TextBytes.text(of: file)
        let node: Node?
        do {
            // Without rules for types: every value stays the text it was written as.
            node = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw YAMLSyntax(text: text, file: file.path).error(for: error)
        } catch {
            throw RuleError(.unreadable("\(error)"), at: FileLocation(file: file.path))
        }
        guard let node else { throw RuleError(.emptyFile, at: FileLocation(file: file.path)) }
        return YAMLValue(node, in: file.path)
    }
}
