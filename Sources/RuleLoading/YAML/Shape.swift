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
}
