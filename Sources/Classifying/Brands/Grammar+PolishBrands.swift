/// The words of Polish that say what is done with brands.
extension Grammar {
    static let polishOfBrands: [(Function, String)] = [
        (.reporting, "że, ze, żeby, by, aby, iż, zeby"),
        (.rather, "wolę, wolimy, wolałbym, wolałabym, wolelibyśmy"),
        (.likening, "jak"),
        (.alike, "tak, tak samo, równie, taki, taka, takie, takiego, takiej, takich, taką, takim"),
        (.more, "bardziej"),
        (.hardToFind, "trudno o, trudno znaleźć, ciężko o, ciężko znaleźć"),
        (
            .asHoped,
            """
            jak obiecali, jak obiecano, jak obiecywali, jak oczekiwałam, jak oczekiwałem,
            niż oczekiwałam, niż oczekiwałem, niż obiecywali, niż obiecali, niż oczekiwaliśmy,
            niż się spodziewałam, niż się spodziewałem, niż się spodziewaliśmy, niż myślałam,
            niż myślałem, niż myśleliśmy, niż sądziłam, niż sądziłem, niż przypuszczałam,
            niż przypuszczałem, niż zakładałam, niż zakładałem
            """
        ),
        (
            .dissuading,
            """
            nie przechodź, nie przechodźcie, nie przenoś, nie przenoście, nie idź, nie idźcie,
            nie zmieniaj, nie zmieniajcie, nie warto przechodzić, nie warto zmieniać,
            nie warto przenosić, nie radzę przechodzić, nie radzę zmieniać, odradzam przechodzenie
            """
        ),
        (
            .hoping,
            """
            szukam, szukamy, szuka, szukają, szukałam, szukałem, szukaliśmy, poszukuję, poszukujemy,
            poszukuje, poszukiwany, poszukiwana, rozglądam się za, rozglądamy się za, potrzebuję,
            potrzebujemy, potrzebna, potrzebny, potrzebne, miałam nadzieję, miałem nadzieję,
            mieliśmy nadzieję, liczyłam na, liczyłem na, liczyliśmy na, liczę na, oczekiwałam,
            oczekiwałem, oczekiwaliśmy, spodziewałam się, spodziewałem się, spodziewaliśmy się,
            myślałam że będzie, myślałem że będzie, obiecywali, obiecali, obiecano, obiecują,
            polecicie, polecacie, ktoś poleca, ktoś polecić, zna ktoś, ktoś zna, znacie, jest jakaś,
            jest jakiś, jest jakieś, są jakieś, gdzie znajdę, gdzie kupię
            """
        ),
        (
            .seeking,
            """
            szukam, szukamy, poszukuję, poszukujemy, rozglądam się za, potrzebuję, potrzebujemy,
            polecicie, polecacie, polecić, zastanawiam się nad, myślę o, myślimy o, przymierzam się
            """
        ),
        (
            .outdoing,
            """
            bije, biją, przewyższa, przewyższają, przebija, przebijają, pokonuje, pokonują,
            deklasuje, deklasują, wygrywa z, wygrywają z, zostawia w tyle, góruje nad, wyprzedza,
            miażdży
            """
        ),
        (
            .outdone,
            """
            nie dorasta, nie dorastają, nie umywa się, nie umywają się, nie ma startu,
            nie mają startu, daleko do, daleko mu do, daleko jej do, daleko im do,
            daleko jeszcze do, nie może się równać, nie mogą się równać, nie może konkurować,
            nie mogą konkurować, nie dorównuje, nie dorównują, nie równa się, przegrywa z,
            przegrywają z, przegrywa, ustępuje, ustępują, wypada słabo przy, wypada blado przy,
            blednie przy, odstaje od, odstają od, może się uczyć od, może się od, mogą się uczyć od,
            mogą się od, nie pobije, nie przebije
            """
        ),
        (
            .elsewhere,
            """
            kogoś innego, kogokolwiek innego, gdzie indziej, konkurencj*, innego operatora,
            innego banku, innej sieci, innego sklepu, innej firmy, innego dostawcy, inny bank,
            inną sieć, inną firmę, innych
            """
        ),
        (
            .regret,
            """
            żałuję, żałujemy, żałowałam, żałowałem, pożałowa*, błąd, błędem, niepotrzebnie,
            nie powinnam, nie powinienem, nie powinniśmy, nie trzeba było, najgorsza decyzja
            """
        ),
        (.returning, "wracam, wracamy, wrócił*, wracać, wrócić, powrót, z powrotem"),
        (.period, "dni, tygodniu, tygodniach, miesiącu, miesiącach, roku, latach, lat"),
        (
            .parting,
            """
            to był ostatni raz, pierwszy i ostatni raz, po raz ostatni, ostatni raz kupuję,
            ostatni raz zamawiam, ostatni raz korzystam, ostatni raz u was, ostatnie zakupy,
            ostatnia wizyta, ostatnie zamówienie, nigdy więcej, zabieram numer*, zabieram pieniądze,
            wypowiadam wam, składam wypowiedzenie, złożyłam wypowiedzenie, złożyłem wypowiedzenie,
            nie przedłużam, nie przedłużę, stracił klienta, straciliście klienta, tracicie klienta,
            traci klienta, stracił właśnie klienta, straciła klienta, straciła klientkę,
            straciliście klientkę, moja noga, zmieniam bank, zmieniam operatora, zmieniam sieć,
            zmieniam dostawcę, zmieniamy bank, zmieniamy operatora, zmienię bank, zmienię operatora,
            poszukam innego, szukam innego operatora, szukam innego banku, idę do konkurencji,
            pójdę do konkurencji, i odchodzę, to odchodzę, odchodzę od was, idę gdzie indziej
            """
        ),
        (
            .closing,
            """
            wypowiadam, wypowiadamy, wypowiem, wypowiemy, wypowiedziałam, wypowiedziałem,
            wypowiedzieliśmy, rozwiązuję, rozwiązujemy, rozwiążę, rozwiążemy, rozwiązałam,
            rozwiązałem, rozwiązaliśmy, zrywam, zrywamy, zerwę, zerwiemy, zerwałam, zerwałem,
            zerwaliśmy, zamykam, zamykamy, zamknę, zamkniemy, zamknęłam, zamknąłem, zamknęliśmy,
            likwiduję, likwidujemy, zlikwiduję, zlikwidowałam, zlikwidowałem, usuwam, usunęłam,
            usunąłem, kasuję, skasowałam, skasowałem
            """
        ),
        (
            .contract,
            "umowę, umowy, konto, konta, rachunek, abonament, subskrypcję"
        ),
        (
            .remedying,
            """
            napraw*, usuną*, usunę*, usunię*, usuwa*, rozwiąz*, załatw*, ogarn*, wyjaśni*, uzna*, rozpatrz*,
            zlikwidowa*, przyznali*, przyznał*, uratowa*, uchroni*, ochronić, ochronił*, ustrze*, zapobie*,
            udaremni*, powstrzyma*
            """
        ),
        (
            .mending,
            """
            naprawił, naprawiła, naprawili, naprawiły, naprawiono, usunęli awari*, usunięto awari*,
            usunął awari*, usunęli uster*, usunięto uster*, usunął uster*, rozwiązał problem*,
            rozwiązała problem*, rozwiązali problem*, rozwiązano problem*, rozwiązał mój problem*,
            rozwiązali mój problem*, ogarnął mój, ogarnęła mój, ogarnęli mój, ogarnęli mi, ogarnął mi,
            załatwił mi, załatwiła mi, załatwili mi, oddał mi kasę, oddali mi kasę, oddał kasę,
            oddali kasę, oddał mi pieniądze, oddali mi pieniądze, oddał pieniądze, oddali pieniądze,
            zwrócił pieniądze, zwrócili pieniądze, zwrócił mi pieniądze, zwrócili mi pieniądze,
            zwrócił mi kasę, zwrócili mi kasę, zwrócił kasę, zwrócili kasę, uratował*, uratowali,
            uchronił*, uchronili, ochronił*, ochronili, ustrzegł*, zapobiegł*, udaremnił*,
            udaremnili, powstrzymał*, powstrzymali, wyłapał*, wyłapali
            """
        ),
        (
            .mended,
            """
            już jest, już są, już był*, działa, działało, działał, działała, działały, naprawion*,
            naprawili, naprawił, naprawiła, usunięt*, usunęli, ogarnięt*, ogarnęli, załatwion*,
            załatwili, wymienion*, wymienili, wymienił, miałam nową, miałem nową, miałam nowy,
            miałem nowy, po godzinie, godzinę później, w godzinę, po kwadransie, w kwadrans,
            po chwili, tego samego dnia
            """
        ),
        (.incredulous, "serio, naprawdę, znowu, znów, poważnie, dalej"),
        (
            .switching,
            """
            odeszli*, przeszli*, przenieśli*, przenosi*, przesiedli*, uciekli*, odejdę, odejdziemy,
            przejdziemy, przechodź, przechodźcie, przenoś, przenoście, zmieniaj, zmieniajcie
            """
        ),
        (.farewell, "żegnaj, żegnajcie, żegnam, do niewidzenia"),
        (
            .exchanging,
            """
            zmieniłem, zmieniłam, zmieniam, zmieniamy, zmienić, zmieniliśmy, zmienił, zmieniła,
            zmienię, zmienimy, zamieniłem, zamieniłam, przenios*, przenosz*, przenosi*, przenieś*, przenieść
            """
        ),
        (
            .provider,
            """
            bank, banku, operatora, operatorem, sieć, sieci, dostawcę, dostawcy, numer, numery,
            numerów, firmę, firmy, się, sie, konto, umowę
            """
        ),
        (.without, "bez"),
        (
            .havingNone,
            """
            nie ma, nie było, nie będzie, nie mam, nie mamy, nie miałam, nie miałem, nie mieliśmy,
            nie miał, nie miała
            """
        ),
        (
            .rhetorical,
            """
            na poważnie, żartujecie, żartujesz, kpicie, kpisz, jaja sobie, i to ma być,
            a to ma być, to ma być obsług*, to ma być jakość, jak długo można,
            ile można czekać, ile można jeszcze, ile jeszcze można, ile razy mam, co ja wam,
            kogo to obchodzi, po co komu, to jakiś żart, to żart, jakim cudem, kiedy w końcu, kiedy wreszcie,
            jest tam kto, jest tam ktoś, ile mam czekać, ile jeszcze mam, jak długo mam, za co ja płacę,
            czy to takie trudne
            """
        ),
    ]
}
