import CCommit

/// The version that `earshot --version`, the User-Agent and every digest name.
package enum ProgramVersion {
    package static let current = "0.2.0"

    /// The version, and the commit where whoever built the program said it: `0.2.0 (1f9c2ab)`.
    ///
    /// Digests name the version alone: the same rules and entries give the same bytes.
    package static let withCommit: String = {
        let commit = unsafe String(cString: earshot_commit())
        return commit.isEmpty ? current : "\(current) (\(commit))"
    }()
}
