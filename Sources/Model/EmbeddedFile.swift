internal import CEmbedded

/// A file that is part of the program: a schema, a template of pages, a job for a cluster.
///
/// Embedded by the C compiler, which takes milliseconds for what takes the Swift compiler minutes as
/// literals.
package struct EmbeddedFile: Sendable {
    /// As in the folder that it comes from, such as `page.css`.
    package let name: String
    /// UTF-8.
    package let bytes: [UInt8]

    /// By names.
    package static let all: [String: EmbeddedFile] = {
        var all: [String: EmbeddedFile] = [:]
        var file = unsafe earshot_files()
        while let name = unsafe file.pointee.name, let text = unsafe file.pointee.text {
            let name = unsafe String(cString: name)
            all[name] = unsafe EmbeddedFile(name: name, bytes: Array(String(cString: text).utf8))
            unsafe file += 1
        }
        return all
    }()

    /// The bytes of a file that is known to be there.
    ///
    /// - Precondition: `embedded.c` lists a file of this name.
    package static func bytes(of name: String) -> [UInt8] {
        guard let file = all[name] else { preconditionFailure("no \(name) in embedded.c") }
        return file.bytes
    }
}
