/// Writes a page: a template filled with the values of a view.
///
/// Every value but what a template asks for raw goes through `OutsideText`.
struct PageRenderer {
    private let templates: [String: PageTemplate]
    /// What sections have led into, the page's view first; a name is looked for from the innermost
    /// outward.
    private var scopes: [PageValue]
    private(set) var page = ""

    init(_ templates: [String: PageTemplate], _ view: PageValue) {
        self.templates = templates
        scopes = [view]
    }

    mutating func render(_ parts: [PageTemplate.Part]) throws(ReportingError) {
        for part in parts {
            switch part {
            case .text(let text): page += text
            case .value(let path): page += OutsideText().escapeText(value(path)?.text ?? "")
            case .rawValue(let path): page += value(path)?.text ?? ""
            case .section(let path, let parts): try render(parts, of: value(path))
            case .invertedSection(let path, let parts):
                if value(path)?.isNothing ?? true { try render(parts) }
            case .partial(let name):
                guard let template = templates[name] else {
                    throw .brokenTemplate(name: name, reason: "there is none of this name")
                }
                try render(template.parts)
            }
        }
    }

    // MARK: - Private

    private mutating func render(_ parts: [PageTemplate.Part], of value: PageValue?)
        throws(ReportingError)
    {
        switch value {
        case nil, .flag(false): break
        case .flag(true): try render(parts)
        case .list(let values): for value in values { try render(parts, in: value) }
        case .text, .view: if let value { try render(parts, in: value) }
        }
    }

    private mutating func render(_ parts: [PageTemplate.Part], in scope: PageValue)
        throws(ReportingError)
    {
        scopes.append(scope)
        try render(parts)
        scopes.removeLast()
    }

    private func value(_ path: PageTemplate.Path) -> PageValue? {
        guard let first = path.names.first else { return scopes.last }
        for scope in scopes.reversed() {
            guard let value = scope[first] else { continue }
            return path.names.dropFirst().reduce(value) { value, name in value?[name] }
        }
        return nil
    }
}
