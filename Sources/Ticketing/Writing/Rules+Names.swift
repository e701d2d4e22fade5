import Model

// What the rules call things in a language; the id of what they no longer have.
extension Rules {
    func name(of category: Category.ID, in language: LanguageCode) -> String {
        let known = categories.first { $0.id == category }
        return known?.translations[language]?.name ?? known?.name ?? category.value
    }

    func name(of team: Team.ID, in language: LanguageCode) -> String {
        let known = routing.teams.first { $0.id == team }
        return known?.translations[language]?.name ?? known?.name ?? team.value
    }
}
