import Hashing
import Model
import Mustache

/// The built-in templates, and the style they share.
enum PageTemplates {
    static let style = EmbeddedText("page.css")
    /// The parts in the order in which they need each other; they are one module of a page.
    static let digestScript = EmbeddedText(
        "folding.js", "tables.js", "rows.js", "finding.js", "correcting.js")
    static let trendsScript = EmbeddedText("folding.js", "tables.js")
    static let wallboardScript = EmbeddedText("wallboard.js")
    static let wallboardStyle = EmbeddedText("wallboard.css")

    static func page(_ name: String, of view: some Sendable) throws(ReportingError) -> String {
        guard
            let page = try library.get().render(
                ViewValues.of(view) ?? view, withTemplate: name)
        else {
            throw .brokenTemplate(name: name, reason: "there is none of this name")
        }
        return page
    }

    /// The first line of each template; without it, swift-mustache would escape by characters.
    static let firstLine = "{{% CONTENT_TYPE: OUTSIDE}}\n"

    /// By names.
    static let sources: [String: [UInt8]] = {
        let ending = ".mustache"
        let templates = EmbeddedFile.all.values.filter { $0.name.hasSuffix(ending) }
        return Dictionary(
            uniqueKeysWithValues: templates.map {
                (String($0.name.dropLast(ending.count)), $0.bytes)
            })
    }()

    // MARK: - Private

    private static let library: Result<MustacheLibrary, ReportingError> = {
        MustacheContentTypes.register(OutsideText(), named: "OUTSIDE")
        var library = MustacheLibrary()
        for (name, bytes) in sources {
            do {
                try library.register(
                    firstLine + String(decoding: bytes, as: UTF8.self), named: name)
            } catch {
                return .failure(.brokenTemplate(name: name, reason: "\(error)"))
            }
        }
        return .success(library)
    }()
}

/// A script or style of ours, and the hash by which a page's Content-Security-Policy lets it in.
struct EmbeddedText: Sendable {
    let text: String
    let hash: String

    /// Files of these names, one behind the other.
    init(_ names: String...) {
        let bytes = names.flatMap { EmbeddedFile.bytes(of: $0) }
        text = String(decoding: bytes, as: UTF8.self)
        hash = ContentHash.base64(bytes)
    }
}
