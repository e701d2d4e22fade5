/// A file of ours that is part of the program.
struct earshot_file {
    /// As in the folder that it comes from.
    const char *_Nullable name;
    /// UTF-8, up to a NUL.
    const char *_Nullable text;
};

/// All of them, up to one without a name; for as long as the program lives.
const struct earshot_file *_Nonnull earshot_files(void);
