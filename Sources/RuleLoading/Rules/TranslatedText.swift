import Model

/// A text that the rules have in one language or several.
struct TranslatedText {
    /// In English, or in the language that stands first.
    let text: String
    /// Empty for a text whose language is not told.
    let byLanguage: [LanguageCode: String]
}

extension YAMLValue {
    /// A text, or a mapping of languages to texts: `{en: Question, pl: Pytanie}`.
    func translatedText() throws(RuleError) -> TranslatedText {
        guard isMapping else { return TranslatedText(text: try text(), byLanguage: [:]) }
        var texts: [LanguageCode: String] = [:]
        var first: String?
        for (language, value) in try pairs() {
            let text = try value.text()
            texts[try language.languageCode()] = text
            first = first ?? text
        }
        guard let text = texts[.english] ?? first else { throw RuleError(.emptyText, at: place) }
        return TranslatedText(text: text, byLanguage: texts)
    }
}

extension Translation {
    /// What each language has of a name and more.
    static func joining(
        name: TranslatedText, meaning: TranslatedText? = nil, nextStep: TranslatedText? = nil
    ) -> [LanguageCode: Translation] {
        var translations: [LanguageCode: Translation] = [:]
        for (language, text) in name.byLanguage {
            translations[language, default: Translation()].name = text
        }
        for (language, text) in meaning?.byLanguage ?? [:] {
            translations[language, default: Translation()].meaning = text
        }
        for (language, text) in nextStep?.byLanguage ?? [:] {
            translations[language, default: Translation()].nextStep = text
        }
        return translations
    }
}
