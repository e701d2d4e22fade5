/// Where a path leads that the operator wrote in a file of the workspace.
package enum WorkspacePath {
    /// An absolute path as it is; a relative one starts at the workspace.
    package static func resolved(_ path: String, in workspace: String) -> String {
        path.hasPrefix("/") ? path : workspace + "/" + path
    }
}
