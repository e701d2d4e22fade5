/// The `openssl` command line tool, which makes certificates and serves with them.
package struct TLSTool: Sendable {
    package let path: String

    /// `nil` where it is not installed.
    package static let found = Tool.path(of: "openssl").map { TLSTool(path: $0) }

    /// Runs one of its commands to the end, in a folder that relative paths start at.
    package func run(_ arguments: String..., in folder: String) throws {
        try Tool.run(path, arguments, in: folder)
    }
}
