/// A page that asks who is there before it shows anything.
enum LoginPage {
    /// Whether a page says in its title or first heading that it is for logging in, and has the field
    /// for it.
    static func isOne(_ glance: PageGlance) -> Bool {
        guard glance.hasPassword || glance.hasAccountName else { return false }
        return PageGlance.says(words, glance.title) || PageGlance.says(words, glance.heading)
    }

    // MARK: - Private

    private static let words = [
        // English.
        "log in", "login", "log on", "logon", "sign in", "signin", "sign-in", "log-in",
        "authentication required",
        // Polish, Latvian, Lithuanian, Estonian.
        "zaloguj", "zaloguj się", "logowanie", "pieslēgties", "pieslēgšanās", "ielogoties",
        "ieiet", "ienākt", "pieteikties", "pieteikšanās", "autorizācija", "autorizēties",
        "prisijungti", "prisijungimas", "logi sisse", "sisselogimine",
        // German, Dutch, Swedish, Danish, Norwegian, Finnish.
        "anmelden", "anmeldung", "einloggen", "inloggen", "aanmelden", "logga in", "log ind",
        "logg inn", "kirjaudu", "kirjaudu sisään",
        // French, Spanish, Portuguese, Italian.
        "connexion", "se connecter", "connectez-vous", "iniciar sesión", "iniciar sessão", "entrar",
        "accedi", "accesso",
        // Czech, Slovak, Hungarian, Romanian.
        "přihlášení", "přihlásit se", "prihlásenie", "prihlásiť sa", "bejelentkezés",
        "autentificare", "conectare",
        // Russian, Ukrainian.
        "вход", "войти", "авторизация", "вхід", "увійти",
    ]
}
