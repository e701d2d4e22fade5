import Model

// What failed and what to do, as pages in other languages than English say it: a table by kind, and one by
// status.

extension FeedHealth.Failure {
    typealias Told = (polish: String, latvian: String)

    var told: Told {
        switch kind {
        case .status: answered(status ?? 0)
        case .botWall: turnedAway(status.map { " (\($0))" } ?? "")
        case .badAddress:
            (
                "adres jest błędny; popraw go w pliku kanałów",
                "adrese nav pareiza; izlabojiet to plūsmu failā"
            )
        case .refusedAddress:
            (
                "takiego adresu albo portu nie odpytujemy; jeśli jest właściwy, dopisz go do "
                    + "allow_networks w pliku kanałów",
                "šādu adresi vai portu neaptaujājam; ja tas ir pareizs, ierakstiet to "
                    + "allow_networks plūsmu failā"
            )
        case .dns:
            (
                "nazwa serwera nie ma adresu; sprawdź jej pisownię i to, czy strona jeszcze istnieje",
                "servera vārdam nav adreses; pārbaudiet, vai tas uzrakstīts pareizi un vai vietne vēl "
                    + "pastāv"
            )
        case .nameServers:
            (
                "nie odpowiada żaden serwer nazw; jeśli to potrwa, sprawdź sieć i DNS tego komputera",
                "neatbild neviens vārdu serveris; ja tas turpinās, pārbaudiet šī datora tīklu un DNS"
            )
        case .connect:
            (
                "serwer nie przyjmuje połączenia; jeśli to potrwa, sprawdź adres",
                "serveris nepieņem savienojumu; ja tas turpinās, pārbaudiet adresi"
            )
        case .tls:
            (
                "nie udaje się bezpieczne połączenie (TLS); sprawdź certyfikat strony i zegar tego "
                    + "komputera",
                "neizdodas drošs savienojums (TLS); pārbaudiet vietnes sertifikātu un šī datora "
                    + "pulksteni"
            )
        case .timeout:
            (
                "serwer nie odpowiedział na czas; następny przebieg spróbuje znowu",
                "serveris neatbildēja laikā; nākamā izpilde mēģinās vēlreiz"
            )
        case .interrupted:
            (
                "przesyłanie się urwało albo danych nie da się odczytać; następny przebieg spróbuje "
                    + "znowu",
                "pārsūtīšana pārtrūka vai datus nevar nolasīt; nākamā izpilde mēģinās vēlreiz"
            )
        case .tooLarge:
            (
                "przyszło zbyt wiele danych; podnieś max_size tego kanału albo poszukaj mniejszego "
                    + "kanału tego źródła",
                "atnāca pārāk daudz datu; palieliniet šīs plūsmas max_size vai atrodiet mazāku šī "
                    + "avota plūsmu"
            )
        case .redirects:
            (
                "przekierowania nie prowadzą do kanału; otwórz go w przeglądarce i wpisz ostateczny "
                    + "adres do pliku kanałów",
                "pāradresācijas neved pie plūsmas; atveriet to pārlūkā un ierakstiet galīgo adresi "
                    + "plūsmu failā"
            )
        case .robots:
            (
                "właściciel na to nie pozwala (robots.txt albo zastrzeżenie na stronie); zapytaj go o "
                    + "zgodę albo usuń kanał z pliku",
                "īpašnieks to neatļauj (robots.txt vai atruna lapā); lūdziet viņa piekrišanu vai "
                    + "izņemiet plūsmu no faila"
            )
        case .robotsUnavailable:
            (
                "nie da się teraz odczytać robots.txt, więc o nic tam nie pytamy; następny przebieg "
                    + "spróbuje znowu; jeśli to potrwa, zapytaj właściciela i za jego zgodą dopisz "
                    + "przy źródle 'robots: {ignore: …}'",
                "robots.txt pašlaik nevar nolasīt, tāpēc tur neko neprasām; nākamā izpilde mēģinās "
                    + "vēlreiz; ja tas turpinās, jautājiet īpašniekam un ar viņa piekrišanu pierakstiet "
                    + "pie avota 'robots: {ignore: …}'"
            )
        case .file:
            (
                "pliku nie ma albo nie da się go odczytać; sprawdź ścieżkę i prawa do niego",
                "faila nav vai to nevar nolasīt; pārbaudiet ceļu un tiesības to lasīt"
            )
        case .secret:
            (
                "nie ma hasła ani klucza, którym się tu przedstawiamy; sprawdź, co o nim mówi plik "
                    + "kanałów",
                "nav paroles vai atslēgas, ar ko te piesakāmies; pārbaudiet, ko par to saka plūsmu "
                    + "fails"
            )
        case .unreadable:
            (
                "tego, co przyszło, nie da się odczytać jako kanału; sprawdź adres",
                "atnākušo nevar nolasīt kā plūsmu; pārbaudiet adresi"
            )
        case .postponed, .cancelled:
            (
                "nie odpytano w tym przebiegu; zrobi to jeden z następnych",
                "šajā izpildē nav aptaujāta; to izdarīs kāda no nākamajām"
            )
        }
    }

    // MARK: - Private

    private func answered(_ status: Int) -> Told {
        let advice = Self.told(status: status)
        return (
            "serwer odpowiada \(status): \(advice.polish)",
            "serveris atbild \(status): \(advice.latvian)"
        )
    }

    private func turnedAway(_ status: String) -> Told {
        (
            "serwer nie wpuszcza programów\(status); poproś właściciela, by wpuścił nasz User-Agent, "
                + "albo poszukaj innego kanału tego źródła",
            "serveris nelaiž iekšā programmas\(status); lūdziet īpašniekam ielaist mūsu "
                + "User-Agent vai atrodiet citu šī avota plūsmu"
        )
    }

    private static func told(status: Int) -> Told {
        switch status {
        case 401, 407:
            (
                "trzeba się zalogować; poszukaj publicznego kanału tego źródła",
                "jāpiesakās; atrodiet šī avota publisku plūsmu"
            )
        case 402:
            (
                "trzeba zapłacić; poszukaj publicznego kanału tego źródła",
                "jāmaksā; atrodiet šī avota publisku plūsmu"
            )
        case 403:
            (
                "nie wpuszcza nas; zapytaj właściciela albo poszukaj innego kanału tego źródła",
                "mūs nelaiž iekšā; jautājiet īpašniekam vai atrodiet citu šī avota plūsmu"
            )
        case 404:
            (
                "pod tym adresem nic nie ma; sprawdź go, kanał mógł się przenieść",
                "šajā adresē nekā nav; pārbaudiet to, plūsma var būt pārcelta"
            )
        case 410:
            (
                "kanału już nie ma; usuń go z pliku kanałów",
                "plūsmas vairs nav; izņemiet to no plūsmu faila"
            )
        case 429:
            (
                "pytamy zbyt często; odpytuj jego kanały rzadziej",
                "jautājam pārāk bieži; aptaujājiet tā plūsmas retāk"
            )
        case 451:
            (
                "treść wstrzymano z powodów prawnych; poszukaj innego kanału tego źródła",
                "saturs juridisku iemeslu dēļ nav pieejams; atrodiet citu šī avota plūsmu"
            )
        case 503:
            (
                "jest przeciążony albo w naprawie; następny przebieg spróbuje znowu",
                "tas ir pārslogots vai tiek apkopts; nākamā izpilde mēģinās vēlreiz"
            )
        case 500..<600:
            (
                "ma własną awarię; następny przebieg spróbuje znowu",
                "tam ir sava kļūme; nākamā izpilde mēģinās vēlreiz"
            )
        default:
            (
                "to nie jest kanał; sprawdź adres",
                "tā nav plūsma; pārbaudiet adresi"
            )
        }
    }
}
