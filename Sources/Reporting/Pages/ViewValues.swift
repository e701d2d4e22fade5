/// A view's properties by name, read once for the whole page.
///
/// If swift-mustache were given the view itself, it would reflect on it for every name in a template,
/// and on everything that contains it; that took three quarters of the time for a page.
enum ViewValues {
    /// The same for what `{{name}}` and sections see: structures become dictionaries, and `nil` is
    /// left out.
    static func of(_ value: Any) -> Any? {
        switch value {
        case is String, is Bool, is Int, is Double: return value
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { of($0.value) }
        case .collection: return mirror.children.compactMap { of($0.value) }
        case .struct where !(value is any CustomStringConvertible):
            var values: [String: Any] = [:]
            for child in mirror.children {
                if let name = child.label { values[name] = of(child.value) }
            }
            return values
        // Numbers of other types, too: whether a value is any number at all takes long to tell.
        default: return value
        }
    }
}
