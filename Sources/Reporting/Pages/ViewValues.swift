/// A view's properties by name, read once for all.
///
/// Given the view itself, swift-mustache would reflect on it anew for every name in a template, and
/// on all that it stands in: three quarters of the time that a page took.
enum ViewValues {
    /// The same for what `{{name}}` and sections see: structures become dictionaries, and `nil` is
    /// left out.
    static func of(_ value: Any) -> Any? {
        switch value {
        case is String, is Bool, is any CustomStringConvertible & Numeric: return value
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
        default: return value
        }
    }
}
