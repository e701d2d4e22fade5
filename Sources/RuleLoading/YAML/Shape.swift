/// What a value looks like to the person who wrote it.
package indirect enum Shape: Hashable, Sendable, CustomStringConvertible {
    case text, number, trueOrFalse, nothing, mapping
    case list(of: Shape)

    package var description: String {
        switch self {
        case .text: "text"
        case .number: "a number"
        case .nothing: "nothing"
        case .mapping: "a mapping"
        case .trueOrFalse: "true or false"
        case .list(of: .text): "a list of text"
        case .list(of: .mapping): "a list of mappings"
        case .list: "a list"
        }
    }

    /// What to write where another shape was found.
    func advice(onFinding found: Shape) -> String {
        switch (self, found) {
        case (.text, .nothing): "write a text, in quotes if it begins with '#'"
        case (.text, .list): "write one text alone"
        case (.text, _): "put the text in quotes"
        case (.number, _): "write one such as 5 or 0.5"
        case (.trueOrFalse, _): "write true or false"
        case (.list(of: .mapping), _): "write '- key: …' lines"
        case (.list, _): "write [one, two]"
        case (.mapping, .nothing): "write 'key: value' lines below it, indented further than it is"
        case (.mapping, _): "write 'key: value' lines"
        case (.nothing, _): "remove it"
        }
    }
}
