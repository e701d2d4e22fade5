package import Foundation

/// Looks for a text in bytes, in whichever of the usual ways it is written there.
package struct ByteSearch {
    private let forms: [(name: String, bytes: Data)]

    package init(for text: String) {
        let utf8 = Data(text.utf8)
        var forms = [
            ("UTF-8", utf8), ("UTF-8, small", Data(text.lowercased().utf8)),
            ("UTF-16LE", text.data(using: .utf16LittleEndian) ?? utf8),
            ("UTF-16BE", text.data(using: .utf16BigEndian) ?? utf8),
            ("percent", Data(Self.percentEncoded(text).utf8)),
        ]
        forms += (0..<3).map { ("Base64, \($0) on", Self.base64(utf8, after: $0)) }
        self.forms = forms
    }

    /// The forms in which the text stands there.
    package func finds(in bytes: Data) -> [String] {
        forms.filter { bytes.range(of: $0.bytes) != nil }.map(\.name)
    }

    /// The same in every file below a folder, with the files' paths there.
    ///
    /// - Parameter excluding: beginnings of paths that may hold it.
    package func finds(below folder: String, excluding: [String] = []) throws -> [String] {
        var found: [String] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        where !excluding.contains(where: path.hasPrefix) {
            var isFolder: ObjCBool = false
            let place = folder + "/" + path
            guard unsafe FileManager.default.fileExists(atPath: place, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            let bytes = try Data(contentsOf: URL(filePath: place))
            found += finds(in: bytes).map { "\(path): \($0)" }
        }
        return found
    }

    // MARK: - Private

    private static func percentEncoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }

    /// What of the encoding does not depend on what stands before and behind.
    private static func base64(_ bytes: Data, after offset: Int) -> Data {
        let padded = Data(repeating: 0, count: offset) + bytes
        let whole = padded.count / 3 * 3
        let encoded = padded.prefix(whole).base64EncodedString()
        return Data(encoded.dropFirst(offset == 0 ? 0 : 4).utf8)
    }
}
