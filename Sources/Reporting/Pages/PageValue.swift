/// What a template sees of a view, read once for all.
enum PageValue: Sendable {
    case text(String)
    case flag(Bool)
    case list([PageValue])
    /// Its properties by name; those that are `nil` are not there.
    case view([String: PageValue])

    /// - Returns: `nil` for `nil`.
    init?(_ value: Any) {
        switch value {
        case let text as String: self = .text(text)
        case let flag as Bool: self = .flag(flag)
        case is any CustomStringConvertible & Numeric: self = .text("\(value)")
        default: self.init(reflecting: value)
        }
    }

    subscript(name: String) -> PageValue? {
        if case .view(let properties) = self { properties[name] } else { nil }
    }

    /// As it is written where a template names it.
    var text: String {
        switch self {
        case .text(let text): text
        case .flag(let flag): "\(flag)"
        case .list, .view: ""
        }
    }

    /// Whether an inverted section is shown for it.
    var isNothing: Bool {
        switch self {
        case .flag(let flag): !flag
        case .list(let values): values.isEmpty
        case .text, .view: false
        }
    }

    // MARK: - Private

    private init?(reflecting value: Any) {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            guard let child = mirror.children.first else { return nil }
            self.init(child.value)
        case .collection:
            self = .list(mirror.children.compactMap { PageValue($0.value) })
        case .struct where !(value is any CustomStringConvertible):
            var properties: [String: PageValue] = [:]
            for child in mirror.children {
                if let name = child.label { properties[name] = PageValue(child.value) }
            }
            self = .view(properties)
        default: self = .text(String(describing: value))
        }
    }
}
