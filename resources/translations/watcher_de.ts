<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>About</name>
    <message>
        <source>Version {version}. MIT licence.</source>
        <translation>Version {version}. MIT-Lizenz.</translation>
    </message>
    <message>
        <source>Quotes come from Yahoo Finance for personal use. They may be late or wrong. No affiliation, no advice.</source>
        <translation>Kurse kommen von Yahoo Finance, zum persönlichen Gebrauch. Sie können verspätet oder falsch sein. Keine Verbindung zu Yahoo, keine Beratung.</translation>
    </message>
    <message>
        <source>Made with Qt {version} under the LGPL, version 3, and with:</source>
        <translation>Gebaut mit Qt {version} unter der LGPL, Version 3, und mit:</translation>
    </message>
    <message>
        <source>About watcher</source>
        <translation>Über watcher</translation>
    </message>
    <message>
        <source>Prices, bars, headlines and release dates are asked of Yahoo Finance, at these hosts:</source>
        <translation>Kurse, Kerzen, Schlagzeilen und Termine werden bei Yahoo Finance abgefragt, auf diesen Servern:</translation>
    </message>
    <message>
        <source>Links in event cards open in your browser. Nothing else is contacted; nothing is sent about you.</source>
        <translation>Links in Ereigniskarten öffnen sich im Browser. Sonst wird nichts kontaktiert und nichts Persönliches gesendet.</translation>
    </message>
    <message>
        <source>What watcher contacts</source>
        <translation>Was watcher kontaktiert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>CardActions</name>
    <message>
        <source>What can be done with this event</source>
        <translation>Was mit diesem Ereignis möglich ist</translation>
    </message>
    <message>
        <source>Star: keep among the notable ones (S)</source>
        <translation>Stern: unter „Wichtig“ behalten (S)</translation>
    </message>
    <message>
        <source>Write your note on this event (E)</source>
        <translation>Notiz zu diesem Ereignis schreiben (E)</translation>
    </message>
    <message>
        <source>Choose what it is about (C)</source>
        <translation>Thema wählen (C)</translation>
    </message>
    <message>
        <source>Remove this card; it can be undone (Del)</source>
        <translation>Karte entfernen; lässt sich rückgängig machen (Entf)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Your note on this event</source>
        <translation>Notiz zu diesem Ereignis</translation>
    </message>
    <message>
        <source>Your note. Enter keeps it.</source>
        <translation>Notiz. Enter behält sie.</translation>
    </message>
    <message>
        <source>What it is about: {name}</source>
        <translation>Thema: {name}</translation>
    </message>
    <message>
        <source>Open {host} in the browser (Enter)</source>
        <translation>{host} im Browser öffnen (Enter)</translation>
    </message>
    <message>
        <source>Take the star off</source>
        <translation>Stern wegnehmen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Back to {range}</source>
        <translation>Zurück zu {range}</translation>
    </message>
    <message>
        <source>SAMPLE</source>
        <translation>BEISPIEL</translation>
    </message>
    <message>
        <source>No chart of {name} yet</source>
        <translation>Noch kein Chart zu {name}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No bars of {name} here</source>
        <translation>Keine Kurse zu {name} hier</translation>
    </message>
    <message>
        <source>Yahoo has no prices of this size for the range. Choose another range or bar size.</source>
        <translation>Yahoo hat für diesen Zeitraum keine Kurse dieser Größe. Anderen Zeitraum oder andere Größe wählen.</translation>
    </message>
</context>
<context>
    <name>CountdownCard</name>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Past windows ▸</source>
        <translation>Frühere Zeiträume ▸</translation>
    </message>
    <message>
        <source>Past windows of results, and setting a date</source>
        <translation>Frühere Zeiträume der Ergebnisse, und Termin setzen</translation>
    </message>
    <message>
        <source>Set a date</source>
        <translation>Termin setzen</translation>
    </message>
</context>
<context>
    <name>DigitRow</name>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>DockHeading</name>
    <message>
        <source>Hide {title}</source>
        <translation>{title} ausblenden</translation>
    </message>
    <message>
        <source>Drag to move; double click to float or dock</source>
        <translation>Ziehen verschiebt; Doppelklick löst ab oder dockt an</translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Search these events (/)</source>
        <translation>Diese Ereignisse durchsuchen (/)</translation>
    </message>
    <message>
        <source>Search these events</source>
        <translation>Diese Ereignisse durchsuchen</translation>
    </message>
    <message>
        <source>Headline, note, category, source</source>
        <translation>Schlagzeile, Notiz, Thema, Quelle</translation>
    </message>
    <message>
        <source>Show all.</source>
        <translation>Alle zeigen.</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>Alle Ereignisse zeigen</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Selected instrument</source>
        <translation>Gewähltes Wertpapier</translation>
    </message>
    <message>
        <source>52 weeks</source>
        <translation>52 Wochen</translation>
    </message>
    <message>
        <source>Price {price}</source>
        <translation>Kurs {price}</translation>
    </message>
    <message>
        <source>Change {change}, {percent}</source>
        <translation>Änderung {change}, {percent}</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Search an instrument</source>
        <translation>Wertpapier suchen</translation>
    </message>
    <message>
        <source>Instrument before, after</source>
        <translation>Voriges, nächstes Wertpapier</translation>
    </message>
    <message>
        <source>Range, from one day to all years</source>
        <translation>Zeitraum, von einem Tag bis zu allen Jahren</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Next pane, with Shift the one before</source>
        <translation>Nächster Bereich, mit Umschalt der vorige</translation>
    </message>
    <message>
        <source>Close what was opened last</source>
        <translation>Zuletzt Geöffnetes schließen</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>Rückgängig, wiederholen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Diese Übersicht</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>A moment of the story</source>
        <translation>Eine Station der Geschichte</translation>
    </message>
    <message>
        <source>Play, pause</source>
        <translation>Abspielen, Pause</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Crosshair bar by bar</source>
        <translation>Fadenkreuz von Kerze zu Kerze</translation>
    </message>
    <message>
        <source>Closer, wider</source>
        <translation>Näher, weiter</translation>
    </message>
    <message>
        <source>First bar, to now</source>
        <translation>Erste Kerze, zu jetzt</translation>
    </message>
    <message>
        <source>Scale fits by itself</source>
        <translation>Achse passt sich an</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom about the pointer, with Ctrl about now</source>
        <translation>Um den Zeiger zoomen, mit Strg um jetzt</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>Umschalt und ziehen</translation>
    </message>
    <message>
        <source>Measure change, bars and days</source>
        <translation>Änderung, Kerzen und Tage messen</translation>
    </message>
    <message>
        <source>Drag on an axis</source>
        <translation>Achse ziehen</translation>
    </message>
    <message>
        <source>Stretch it</source>
        <translation>Dehnen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Back to the range</source>
        <translation>Zurück zum Zeitraum</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>Move the row</source>
        <translation>Zeile verschieben</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Your note on it</source>
        <translation>Notiz dazu</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Remove the card</source>
        <translation>Karte entfernen</translation>
    </message>
    <message>
        <source>Open its link; fold a day</source>
        <translation>Link öffnen; Tag zuklappen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>LayersMenu</name>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Average (SMA)</source>
        <translation>Durchschnitt (SMA)</translation>
    </message>
    <message>
        <source>Exponential (EMA)</source>
        <translation>Exponentiell (EMA)</translation>
    </message>
    <message>
        <source>Split-adjusted, not dividend-adjusted</source>
        <translation>Um Splits bereinigt, nicht um Dividenden</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Last price</source>
        <translation>Letzter Kurs</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Headlines</source>
        <translation>Schlagzeilen</translation>
    </message>
    <message>
        <source>Expected results</source>
        <translation>Erwartete Ergebnisse</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Gitter</translation>
    </message>
    <message>
        <source>Bollinger bands (20 bars, 2 σ)</source>
        <translation>Bollinger-Bänder (20&#xa0;Kerzen, 2&#xa0;σ)</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>{title}: lengths in bars</source>
        <translation>{title}: Längen in Kerzen</translation>
    </message>
    <message>
        <source>20, 50</source>
        <translation>20, 50</translation>
    </message>
    <message>
        <source>Lengths in bars, separated by commas; empty for none</source>
        <translation>Längen in Kerzen, durch Komma getrennt; leer für keine</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>Results and events</source>
        <translation>Ergebnisse und Ereignisse</translation>
    </message>
    <message>
        <source>SAMPLE · {symbol} · {name} · watcher</source>
        <translation>BEISPIEL · {symbol} · {name} · watcher</translation>
    </message>
    <message>
        <source>{symbol} · {name} · watcher</source>
        <translation>{symbol} · {name} · watcher</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note on {symbol}</source>
        <translation>Notiz zu {symbol}</translation>
    </message>
    <message>
        <source>Time of the note</source>
        <translation>Zeit der Notiz</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy  HH:mm</source>
        <translation>ddd d. MMM yyyy  HH:mm</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What do you want to remember?</source>
        <translation>Was ist festzuhalten?</translation>
    </message>
    <message>
        <source>Time ({city})</source>
        <translation>Zeit ({city})</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation>Notiz behalten</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Live prices are here; the sample was closed.</source>
        <translation>Live-Kurse sind da; das Beispiel wurde geschlossen.</translation>
    </message>
    <message>
        <source>Yahoo has not answered yet.</source>
        <translation>Yahoo hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Yahoo&apos;s answer held no usable price.</source>
        <translation>Yahoos Antwort enthielt keinen brauchbaren Kurs.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>RangeBar</name>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>More ranges</source>
        <translation>Weitere Zeiträume</translation>
    </message>
</context>
<context>
    <name>ReleasesDialog</name>
    <message>
        <source>Results of {name}</source>
        <translation>Ergebnisse von {name}</translation>
    </message>
    <message>
        <source>Past windows</source>
        <translation>Frühere Zeiträume</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Past windows are not known here.</source>
        <translation>Frühere Zeiträume sind hier nicht bekannt.</translation>
    </message>
    <message>
        <source>A date you set below is kept and counted to.</source>
        <translation>Ein unten gesetzter Termin bleibt und wird heruntergezählt.</translation>
    </message>
</context>
<context>
    <name>SampleBanner</name>
    <message>
        <source>Sample with simulated prices</source>
        <translation>Beispiel mit simulierten Kursen</translation>
    </message>
    <message>
        <source>SAMPLE</source>
        <translation>BEISPIEL</translation>
    </message>
    <message>
        <source>{speed}×</source>
        <translation>{speed}×</translation>
    </message>
    <message>
        <source>Speed {speed} times</source>
        <translation>{speed}-fache Geschwindigkeit</translation>
    </message>
    <message>
        <source>Moments of the story</source>
        <translation>Stationen der Geschichte</translation>
    </message>
    <message>
        <source>Go to: {moment}</source>
        <translation>Gehe zu: {moment}</translation>
    </message>
    <message>
        <source>Live data are here. Show them</source>
        <translation>Live-Daten sind da. Zeigen</translation>
    </message>
    <message>
        <source>Show live data</source>
        <translation>Live-Daten zeigen</translation>
    </message>
    <message>
        <source>Leave the sample; what you made here stays yours</source>
        <translation>Beispiel verlassen; was hier entstand, bleibt erhalten</translation>
    </message>
    <message>
        <source>Leave the sample and ask for live data now</source>
        <translation>Beispiel verlassen und jetzt Live-Daten abfragen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>{what} ({keys})</source>
        <translation>{what} ({keys})</translation>
    </message>
    <message>
        <source>As fast as it was</source>
        <translation>So schnell, wie es war</translation>
    </message>
    <message>
        <source>{speed} times as fast; closed hours pass at once</source>
        <translation>{speed}-mal so schnell; Handelspausen vergehen sofort</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search symbol, ISIN, name</source>
        <translation>Symbol, ISIN, Name suchen</translation>
    </message>
</context>
<context>
    <name>SearchPalette</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Name, symbol, ISIN or WKN</source>
        <translation>Name, Symbol, ISIN oder WKN</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Type a name, symbol, ISIN or WKN.</source>
        <translation>Name, Symbol, ISIN oder WKN eingeben.</translation>
    </message>
    <message>
        <source>Enter shows {symbol}.</source>
        <translation>Enter zeigt {symbol}.</translation>
    </message>
    <message>
        <source>Enter adds {symbol} to the watchlist.</source>
        <translation>Enter nimmt {symbol} in die Beobachtungsliste auf.</translation>
    </message>
    <message>
        <source>The sample knows no “{text}”.</source>
        <translation>Das Beispiel kennt kein „{text}“.</translation>
    </message>
    <message>
        <source>The sample knows no “{text}”. Did you mean {symbol}?</source>
        <translation>Das Beispiel kennt kein „{text}“. Gemeint ist vielleicht {symbol}?</translation>
    </message>
    <message>
        <source>The search gave no answer.</source>
        <translation>Die Suche brachte keine Antwort.</translation>
    </message>
    <message>
        <source>{hit}, on the watchlist</source>
        <translation>{hit}, auf der Beobachtungsliste</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>StoreDialog</name>
    <message>
        <source>Use the copy</source>
        <translation>Kopie verwenden</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Chart type</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Bar size</source>
        <translation>Kerzengröße</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Was der Chart zeigt</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>What was removed</source>
        <translation>Was entfernt wurde</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the removal</source>
        <translation>Entfernen rückgängig machen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ViewChips</name>
    <message>
        <source>Which events are shown</source>
        <translation>Welche Ereignisse gezeigt werden</translation>
    </message>
    <message>
        <source>What matters: known events, releases, your own, starred headlines</source>
        <translation>Was zählt: bekannte Ereignisse, Ergebnisse, Eigenes, Schlagzeilen mit Stern</translation>
    </message>
    <message>
        <source>Results, past and expected</source>
        <translation>Ergebnisse, frühere und erwartete</translation>
    </message>
    <message>
        <source>Your notes, and what you starred or annotated</source>
        <translation>Eigene Notizen, und was Stern oder Notiz trägt</translation>
    </message>
    <message>
        <source>All headlines of the news feed, by day</source>
        <translation>Alle Schlagzeilen, nach Tagen</translation>
    </message>
    <message>
        <source>Everything known</source>
        <translation>Alles Bekannte</translation>
    </message>
    <message>
        <source>Notable</source>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>WatchlistPanel</name>
    <message>
        <source>Nothing watched yet. Type a name, ISIN or WKN.</source>
        <translation>Noch nichts beobachtet. Name, ISIN oder WKN eingeben.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search for an instrument</source>
        <translation>Wertpapier suchen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Copy symbol</source>
        <translation>Symbol kopieren</translation>
    </message>
    <message>
        <source>Copy price</source>
        <translation>Kurs kopieren</translation>
    </message>
    <message>
        <source>Remove from watchlist</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
</context>
<context>
    <name>WatchlistView</name>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
</context>
<context>
    <name>WindowForm</name>
    <message>
        <source>Set the date of the next results</source>
        <translation>Termin der nächsten Ergebnisse setzen</translation>
    </message>
    <message>
        <source>Expected from</source>
        <translation>Erwartet von</translation>
    </message>
    <message>
        <source>Expected to</source>
        <translation>Erwartet bis</translation>
    </message>
    <message>
        <source>How sure it is</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>voraussichtlich</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>Pin: keep this date whatever the feed says</source>
        <translation>Anheften: Termin behalten, was auch immer gemeldet wird</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Let what the feed says hold again</source>
        <translation>Wieder gelten lassen, was gemeldet wird</translation>
    </message>
    <message>
        <source>Set date</source>
        <translation>Termin setzen</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>Gemeldet am</translation>
    </message>
    <message>
        <source>Mark as reported</source>
        <translation>Als gemeldet vermerken</translation>
    </message>
    <message>
        <source>Results came on</source>
        <translation>Ergebnisse kamen am</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>_HitDelegate</name>
    <message>
        <source>on the watchlist</source>
        <translation>auf der Liste</translation>
    </message>
</context>
<context>
    <name>chart</name>
    <message>
        <source>To now</source>
        <translation>Zu jetzt</translation>
    </message>
    <message>
        <source>To the newest bar (End)</source>
        <translation>Zur neuesten Kerze (Ende)</translation>
    </message>
    <message>
        <source>To the newest bar</source>
        <translation>Zur neuesten Kerze</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Fit the price axis to the bars in view</source>
        <translation>Kursachse an die sichtbaren Kerzen anpassen</translation>
    </message>
    <message>
        <source>Automatic price scale</source>
        <translation>Automatische Kursachse</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>SMA {length}</source>
        <translation>SMA {length}</translation>
    </message>
    <message>
        <source>EMA {length}</source>
        <translation>EMA {length}</translation>
    </message>
    <message>
        <source>BB {length}</source>
        <translation>BB {length}</translation>
    </message>
    <message>
        <source>1 bar</source>
        <translation>1&#xa0;Kerze</translation>
    </message>
    <message>
        <source>{n} bars</source>
        <translation>{n}&#xa0;Kerzen</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1&#xa0;Tag</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}&#xa0;Tage</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}&#xa0;h {minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>Note here…</source>
        <translation>Notiz hier …</translation>
    </message>
    <message>
        <source>Copy price {price}</source>
        <translation>Kurs {price} kopieren</translation>
    </message>
    <message>
        <source>Copy visible data</source>
        <translation>Sichtbare Daten kopieren</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Prices are adjusted for splits, not for dividends</source>
        <translation>Kurse sind um Splits bereinigt, nicht um Dividenden</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Price chart</source>
        <translation>Kurschart</translation>
    </message>
    <message>
        <source>Price chart of {name}</source>
        <translation>Kurschart von {name}</translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation>{name} wird geladen</translation>
    </message>
    <message>
        <source>Last close {close}, change over the view {change}</source>
        <translation>Letzter Schluss {close}, Änderung über den sichtbaren Zeitraum {change}</translation>
    </message>
    <message>
        <source>O</source>
        <translation>E</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>L</source>
        <translation>T</translation>
    </message>
    <message>
        <source>C</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Vol {volume}</source>
        <translation>Vol&#xa0;{volume}</translation>
    </message>
    <message>
        <source>{time}: close {close}, change {change}, open {open}, high {high}, low {low}</source>
        <translation>{time}: Schluss {close}, Veränderung {change}, Eröffnung {open}, Hoch {high}, Tief {low}</translation>
    </message>
    <message>
        <source>{bar}, volume {volume}</source>
        <translation>{bar}, Volumen {volume}</translation>
    </message>
    <message>
        <source>results expected {days}</source>
        <translation>Ergebnisse erwartet {days}</translation>
    </message>
</context>
<context>
    <name>deeds</name>
    <message>
        <source>Removed {subject}.</source>
        <translation>{subject} entfernt.</translation>
    </message>
    <message>
        <source>Added {subject}.</source>
        <translation>{subject} aufgenommen.</translation>
    </message>
    <message>
        <source>Moved {subject}.</source>
        <translation>{subject} verschoben.</translation>
    </message>
    <message>
        <source>Note added: {subject}.</source>
        <translation>Notiz hinzugefügt: {subject}.</translation>
    </message>
    <message>
        <source>Note changed: {subject}.</source>
        <translation>Notiz geändert: {subject}.</translation>
    </message>
    <message>
        <source>Removed “{subject}”.</source>
        <translation>„{subject}“ entfernt.</translation>
    </message>
    <message>
        <source>Star changed: {subject}.</source>
        <translation>Stern geändert: {subject}.</translation>
    </message>
    <message>
        <source>Category changed: {subject}.</source>
        <translation>Thema geändert: {subject}.</translation>
    </message>
    <message>
        <source>Results date of {subject} set.</source>
        <translation>Ergebnistermin von {subject} gesetzt.</translation>
    </message>
    <message>
        <source>Results of {subject} marked as reported.</source>
        <translation>Ergebnisse von {subject} als gemeldet vermerkt.</translation>
    </message>
    <message>
        <source>Results date of {subject} no longer pinned.</source>
        <translation>Ergebnistermin von {subject} nicht mehr angeheftet.</translation>
    </message>
    <message>
        <source>Not reported yet: {subject}.</source>
        <translation>Noch nicht gemeldet: {subject}.</translation>
    </message>
    <message>
        <source>Changed {subject}.</source>
        <translation>{subject} geändert.</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>Release</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>AI and products</source>
        <translation>KI und Produkte</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Politik</translation>
    </message>
    <message>
        <source>Capital</source>
        <translation>Kapital</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>KI</translation>
    </message>
    <message>
        <source>not dated</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>Happened: {when}</source>
        <translation>Geschehen: {when}</translation>
    </message>
    <message>
        <source>Became known: {when}</source>
        <translation>Bekannt geworden: {when}</translation>
    </message>
    <message>
        <source>Reported by: {names}</source>
        <translation>Gemeldet von: {names}</translation>
    </message>
    <message>
        <source>Remark: {note}</source>
        <translation>Hinweis: {note}</translation>
    </message>
    <message>
        <source>Your note: {note}</source>
        <translation>Notiz: {note}</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>{day} · 1 headline</source>
        <translation>{day} · 1&#xa0;Schlagzeile</translation>
    </message>
    <message>
        <source>{day} · {count} headlines</source>
        <translation>{day} · {count}&#xa0;Schlagzeilen</translation>
    </message>
    <message>
        <source>Headlines {count}</source>
        <translation>Schlagzeilen {count}</translation>
    </message>
    <message>
        <source>Headlines</source>
        <translation>Schlagzeilen</translation>
    </message>
    <message>
        <source>1 unread</source>
        <translation>1&#xa0;ungelesen</translation>
    </message>
    <message>
        <source>{count} unread</source>
        <translation>{count}&#xa0;ungelesen</translation>
    </message>
    <message>
        <source>No “{text}” in this view.</source>
        <translation>Kein „{text}“ in dieser Ansicht.</translation>
    </message>
    <message>
        <source>Nothing notable is known of this instrument here. N adds a note of your own.</source>
        <translation>Dazu ist hier nichts Wichtiges bekannt. N fügt eine eigene Notiz hinzu.</translation>
    </message>
    <message>
        <source>No releases in this view.</source>
        <translation>Keine Ergebnisse in dieser Ansicht.</translation>
    </message>
    <message>
        <source>Nothing of your own yet. N adds a note, a star keeps a headline.</source>
        <translation>Noch nichts Eigenes. N fügt eine Notiz hinzu, ein Stern behält eine Schlagzeile.</translation>
    </message>
    <message>
        <source>No headlines have come in yet.</source>
        <translation>Noch keine Schlagzeilen eingegangen.</translation>
    </message>
    <message>
        <source>Nothing is known of this instrument here. N adds a note of your own.</source>
        <translation>Dazu ist hier nichts bekannt. N fügt eine eigene Notiz hinzu.</translation>
    </message>
</context>
<context>
    <name>feeds</name>
    <message>
        <source>Trying every minute.</source>
        <translation>Versuch jede Minute.</translation>
    </message>
    <message>
        <source>Next try {when}.</source>
        <translation>Nächster Versuch {when}.</translation>
    </message>
    <message>
        <source>{what} Next try {when}; prices as of {as_of}.</source>
        <translation>{what} Nächster Versuch {when}; Kurse von {as_of}.</translation>
    </message>
    <message>
        <source>Yahoo knows no “{symbol}”.</source>
        <translation>Yahoo kennt kein „{symbol}“.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Es besteht keine Verbindung.</translation>
    </message>
    <message>
        <source>Yahoo took too long to answer.</source>
        <translation>Yahoo hat zu lange nicht geantwortet.</translation>
    </message>
    <message>
        <source>Yahoo asks us to wait.</source>
        <translation>Yahoo bittet zu warten.</translation>
    </message>
    <message>
        <source>Yahoo refuses to answer for now.</source>
        <translation>Yahoo verweigert vorerst die Antwort.</translation>
    </message>
    <message>
        <source>Yahoo shows a consent page instead of data.</source>
        <translation>Yahoo zeigt eine Einwilligungsseite statt Daten.</translation>
    </message>
    <message>
        <source>Yahoo has trouble of its own.</source>
        <translation>Yahoo hat selbst eine Störung.</translation>
    </message>
    <message>
        <source>Yahoo&apos;s answer was empty.</source>
        <translation>Yahoos Antwort war leer.</translation>
    </message>
    <message>
        <source>Yahoo&apos;s answer could not be read.</source>
        <translation>Yahoos Antwort war nicht lesbar.</translation>
    </message>
    <message>
        <source>Waiting, to stay within Yahoo&apos;s limit.</source>
        <translation>Wartet, um Yahoos Grenze einzuhalten.</translation>
    </message>
    <message>
        <source>The source does not offer that.</source>
        <translation>Die Quelle bietet das nicht an.</translation>
    </message>
    <message>
        <source>{unknown} Did you mean {other}?</source>
        <translation>{unknown} Gemeint ist vielleicht {other}?</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>Share</source>
        <translation>Aktie</translation>
    </message>
    <message>
        <source>ETF</source>
        <translation>ETF</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Crypto</source>
        <translation>Krypto</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>Fonds</translation>
    </message>
    <message>
        <source>Future</source>
        <translation>Future</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>As the system says</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Green rises, red falls</source>
        <translation>Grün steigt, Rot fällt</translation>
    </message>
    <message>
        <source>Red rises, green falls</source>
        <translation>Rot steigt, Grün fällt</translation>
    </message>
    <message>
        <source>Blue rises, orange falls</source>
        <translation>Blau steigt, Orange fällt</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>2 February 2026, sample</source>
        <translation>2. Februar 2026, Beispiel</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu Live</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>What it contacts</source>
        <translation>Was kontaktiert wird</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über watcher</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>bn</source>
        <translation>Mrd</translation>
    </message>
    <message>
        <source>M</source>
        <translation>Mio</translation>
    </message>
    <message>
        <source>k</source>
        <translation>Tsd</translation>
    </message>
</context>
<context>
    <name>ranges</name>
    <message>
        <source>1D</source>
        <translation>1T</translation>
    </message>
    <message>
        <source>5D</source>
        <translation>5T</translation>
    </message>
    <message>
        <source>1M</source>
        <translation>1M</translation>
    </message>
    <message>
        <source>6M</source>
        <translation>6M</translation>
    </message>
    <message>
        <source>YTD</source>
        <translation>YTD</translation>
    </message>
    <message>
        <source>1Y</source>
        <translation>1J</translation>
    </message>
    <message>
        <source>5Y</source>
        <translation>5J</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1&#xa0;Tag</translation>
    </message>
    <message>
        <source>5 days</source>
        <translation>5&#xa0;Tage</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1&#xa0;Monat</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6&#xa0;Monate</translation>
    </message>
    <message>
        <source>Since 1 January</source>
        <translation>Seit 1. Januar</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1&#xa0;Jahr</translation>
    </message>
    <message>
        <source>5 years</source>
        <translation>5&#xa0;Jahre</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Alle Jahre</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1&#xa0;Minute</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2&#xa0;Minuten</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5&#xa0;Minuten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15&#xa0;Minuten</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30&#xa0;Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1&#xa0;Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1&#xa0;min</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2&#xa0;min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5&#xa0;min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15&#xa0;min</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30&#xa0;min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1&#xa0;h</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
</context>
<context>
    <name>releases</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>{month} quarter {year} ({name})</source>
        <translation>{month}quartal {year} ({name})</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>hier nicht bekannt</translation>
    </message>
    <message>
        <source>reported {day}</source>
        <translation>gemeldet am {day}</translation>
    </message>
    <message>
        <source>report not known here</source>
        <translation>Meldung hier nicht bekannt</translation>
    </message>
    <message>
        <source>expected date not known here</source>
        <translation>erwarteter Termin hier nicht bekannt</translation>
    </message>
    <message>
        <source>expected {dates} ({status})</source>
        <translation>erwartet {dates} ({status})</translation>
    </message>
    <message>
        <source>expected {dates}</source>
        <translation>erwartet {dates}</translation>
    </message>
    <message>
        <source>1 day later</source>
        <translation>1&#xa0;Tag später</translation>
    </message>
    <message>
        <source>{days} days later</source>
        <translation>{days}&#xa0;Tage später</translation>
    </message>
    <message>
        <source>1 day earlier</source>
        <translation>1&#xa0;Tag früher</translation>
    </message>
    <message>
        <source>{days} days earlier</source>
        <translation>{days}&#xa0;Tage früher</translation>
    </message>
    <message>
        <source>as expected</source>
        <translation>wie erwartet</translation>
    </message>
    <message>
        <source>{quarter}: {outcome}</source>
        <translation>{quarter}: {outcome}</translation>
    </message>
    <message>
        <source>moved to {dates}, learned {day} (simulated)</source>
        <translation>verschoben auf {dates}, bekannt seit {day} (simuliert)</translation>
    </message>
    <message>
        <source>moved to {dates}, learned {day}</source>
        <translation>verschoben auf {dates}, bekannt seit {day}</translation>
    </message>
    <message>
        <source>{number} bn</source>
        <translation>{number}&#xa0;Mrd.</translation>
    </message>
    <message>
        <source>revenue {amount}</source>
        <translation>Umsatz {amount}</translation>
    </message>
    <message>
        <source>Nothing is bundled for this instrument; what is missing is not known here.</source>
        <translation>Dazu ist nichts beigelegt; was fehlt, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Known to {day}; later releases come from the feed or from you.</source>
        <translation>Bekannt bis {day}; Späteres kommt aus der Quelle oder wird hier eingetragen.</translation>
    </message>
    <message>
        <source>Q{quarter} FY{year}</source>
        <translation>Q{quarter} GJ{year}</translation>
    </message>
    <message>
        <source>Next results</source>
        <translation>Nächste Ergebnisse</translation>
    </message>
    <message>
        <source>{quarter} results</source>
        <translation>Ergebnisse {quarter}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>gemeldet</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>voraussichtlich</translation>
    </message>
    <message>
        <source>Window open, day {day} of {days}</source>
        <translation>Zeitraum läuft, Tag {day} von {days}</translation>
    </message>
    <message>
        <source>Window opens in (estimated)</source>
        <translation>Zeitraum beginnt in (voraussichtlich)</translation>
    </message>
    <message>
        <source>Results in (confirmed)</source>
        <translation>Ergebnisse in (bestätigt)</translation>
    </message>
    <message>
        <source>No date is known here</source>
        <translation>Hier ist kein Termin bekannt</translation>
    </message>
    <message>
        <source>Overdue by 1 day, no report seen</source>
        <translation>Seit 1&#xa0;Tag überfällig, keine Meldung gesehen</translation>
    </message>
    <message>
        <source>Overdue by {days} days, no report seen</source>
        <translation>Seit {days}&#xa0;Tagen überfällig, keine Meldung gesehen</translation>
    </message>
    <message>
        <source>Reported {day}, next date not known here</source>
        <translation>Gemeldet am {day}, nächster Termin hier nicht bekannt</translation>
    </message>
    <message>
        <source>Reported {day}, next on {after}</source>
        <translation>Gemeldet am {day}, nächste am {after}</translation>
    </message>
    <message>
        <source>Reported {day}, next about {after}</source>
        <translation>Gemeldet am {day}, nächste etwa {after}</translation>
    </message>
    <message>
        <source>{title}: {dates} ({status})</source>
        <translation>{title}: {dates} ({status})</translation>
    </message>
    <message>
        <source>{title}: {sentence}</source>
        <translation>{title}: {sentence}</translation>
    </message>
    <message>
        <source>{dates} · earliest {moment} {city}</source>
        <translation>{dates} · ab {moment} {city}</translation>
    </message>
    <message>
        <source>Earliest moment, as is usual for this company:</source>
        <translation>Frühester Zeitpunkt, wie bei diesem Unternehmen üblich:</translation>
    </message>
    <message>
        <source>{source}, learned {day}</source>
        <translation>{source}, bekannt seit {day}</translation>
    </message>
    <message>
        <source>According to Yahoo</source>
        <translation>Laut Yahoo</translation>
    </message>
    <message>
        <source>From the bundled record</source>
        <translation>Aus den beigelegten Angaben</translation>
    </message>
    <message>
        <source>Set by you</source>
        <translation>Selbst gesetzt</translation>
    </message>
    <message>
        <source>Estimated from past dates</source>
        <translation>Aus früheren Terminen geschätzt</translation>
    </message>
    <message>
        <source>Simulated for the sample</source>
        <translation>Für das Beispiel simuliert</translation>
    </message>
    <message>
        <source>moved from {dates}, learned {day} (simulated)</source>
        <translation>zuvor {dates}, verschoben, bekannt seit {day} (simuliert)</translation>
    </message>
    <message>
        <source>moved from {dates}, learned {day}</source>
        <translation>zuvor {dates}, verschoben, bekannt seit {day}</translation>
    </message>
    <message>
        <source>set by you, pinned</source>
        <translation>selbst gesetzt, angeheftet</translation>
    </message>
    <message>
        <source>estimated from past dates</source>
        <translation>aus früheren Terminen geschätzt</translation>
    </message>
    <message>
        <source>date simulated for the sample</source>
        <translation>Termin für das Beispiel simuliert</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>selbst gesetzt</translation>
    </message>
    <message>
        <source>Looks reported, says a headline. Confirm?</source>
        <translation>Wohl gemeldet, sagt eine Schlagzeile. Bestätigen?</translation>
    </message>
    <message>
        <source>Looks reported, headline {time}. Confirm?</source>
        <translation>Wohl gemeldet, Schlagzeile {time}. Bestätigen?</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1&#xa0;Tag</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days}&#xa0;Tage</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1&#xa0;Stunde</translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours}&#xa0;Stunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1&#xa0;Minute</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes}&#xa0;Minuten</translation>
    </message>
</context>
<context>
    <name>sample</name>
    <message>
        <source>Simulated prices, 2 February to 19 March 2026.</source>
        <translation>Simulierte Kurse, 2. Februar bis 19. März 2026.</translation>
    </message>
    <message>
        <source>{reason} Simulated prices meanwhile.</source>
        <translation>{reason} Solange simulierte Kurse.</translation>
    </message>
    <message>
        <source>{reason} Next try {time}. Simulated prices meanwhile.</source>
        <translation>{reason} Nächster Versuch {time}. Solange simulierte Kurse.</translation>
    </message>
    <message>
        <source>2 Feb, first hour</source>
        <translation>2. Feb, erste Stunde</translation>
    </message>
    <message>
        <source>18 Feb, window opens</source>
        <translation>18. Feb, Zeitraum beginnt</translation>
    </message>
    <message>
        <source>20 Feb, overdue</source>
        <translation>20. Feb, überfällig</translation>
    </message>
    <message>
        <source>New date learned</source>
        <translation>Neuer Termin bekannt</translation>
    </message>
    <message>
        <source>19 Mar, reported</source>
        <translation>19. März, gemeldet</translation>
    </message>
    <message>
        <source>{day} {time} {city}, date simulated ({keys})</source>
        <translation>{day} {time} {city}, Termin simuliert ({keys})</translation>
    </message>
    <message>
        <source>{day} {time} {city} ({keys})</source>
        <translation>{day} {time} {city} ({keys})</translation>
    </message>
</context>
<context>
    <name>spans</name>
    <message>
        <source>late {month}</source>
        <translation>Ende {month}</translation>
    </message>
    <message>
        <source>mid-{month}</source>
        <translation>Mitte {month}</translation>
    </message>
    <message>
        <source>early {month}</source>
        <translation>Anfang {month}</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>d</source>
        <translation>Tg.</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Before hours, live</source>
        <translation>Vorbörslich, live</translation>
    </message>
    <message>
        <source>After hours, live</source>
        <translation>Nachbörslich, live</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Closed · opens {when}</source>
        <translation>Geschlossen · öffnet {when}</translation>
    </message>
    <message>
        <source>No answer since {when}</source>
        <translation>Keine Antwort seit {when}</translation>
    </message>
    <message>
        <source>Delayed about {span}</source>
        <translation>Etwa {span} verzögert</translation>
    </message>
    <message>
        <source>Delayed {span}</source>
        <translation>{span} verzögert</translation>
    </message>
    <message>
        <source>Last trade {span} ago</source>
        <translation>Letzter Handel vor {span}</translation>
    </message>
    <message>
        <source>No price yet</source>
        <translation>Noch kein Kurs</translation>
    </message>
    <message>
        <source>{venue} close</source>
        <translation>{venue}-Schluss</translation>
    </message>
    <message>
        <source>{venue} closed</source>
        <translation>{venue} geschlossen</translation>
    </message>
    <message>
        <source>last trade {span} ago, nobody trades</source>
        <translation>letzter Handel vor {span}, niemand handelt</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>live on {venue}</source>
        <translation>live, {venue}</translation>
    </message>
    <message>
        <source>{venue} main session closed</source>
        <translation>{venue}: Haupthandel geschlossen</translation>
    </message>
    <message>
        <source>no usable answer about it since {when}</source>
        <translation>keine brauchbare Antwort dazu seit {when}</translation>
    </message>
    <message>
        <source>{venue} main session closed, opens {when}</source>
        <translation>{venue}: Haupthandel geschlossen, öffnet {when}</translation>
    </message>
    <message>
        <source>{before} → {after} held back until another source agrees</source>
        <translation>{before} → {after} zurückgehalten, bis eine zweite Quelle zustimmt</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} behind Yahoo&apos;s.</source>
        <translation>Die Uhr dieses Computers geht gegenüber Yahoo {span} nach.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} ahead of Yahoo&apos;s.</source>
        <translation>Die Uhr dieses Computers geht gegenüber Yahoo {span} vor.</translation>
    </message>
    <message>
        <source>last trade {when}</source>
        <translation>letzter Handel {when}</translation>
    </message>
    <message>
        <source>next quotes {when}</source>
        <translation>nächste Kurse {when}</translation>
    </message>
    <message>
        <source>Simulated prices</source>
        <translation>Simulierte Kurse</translation>
    </message>
    <message>
        <source>Yahoo Finance, streaming</source>
        <translation>Yahoo Finance, laufend</translation>
    </message>
    <message>
        <source>Yahoo Finance, every {span}</source>
        <translation>Yahoo Finance, alle {span}</translation>
    </message>
    <message>
        <source>Yahoo Finance</source>
        <translation>Yahoo Finance</translation>
    </message>
    <message>
        <source>Asking Yahoo for prices</source>
        <translation>Kurse werden bei Yahoo abgefragt</translation>
    </message>
    <message>
        <source>Yahoo does not answer. {trying}</source>
        <translation>Yahoo antwortet nicht. {trying}</translation>
    </message>
    <message>
        <source>No connection. {trying}</source>
        <translation>Keine Verbindung. {trying}</translation>
    </message>
    <message>
        <source>No connection since {when}. {trying}</source>
        <translation>Keine Verbindung seit {when}. {trying}</translation>
    </message>
    <message>
        <source>Yahoo has not answered since {when}. {trying}</source>
        <translation>Yahoo antwortet seit {when} nicht. {trying}</translation>
    </message>
    <message>
        <source>{waiting} Next try within a minute.</source>
        <translation>{waiting} Nächster Versuch binnen einer Minute.</translation>
    </message>
    <message>
        <source>{waiting} Next try within a minute; prices as of {as_of}.</source>
        <translation>{waiting} Nächster Versuch binnen einer Minute; Kurse von {as_of}.</translation>
    </message>
    <message>
        <source>{waiting} Next try {when}.</source>
        <translation>{waiting} Nächster Versuch {when}.</translation>
    </message>
    <message>
        <source>{waiting} Next try {when}; prices as of {as_of}.</source>
        <translation>{waiting} Nächster Versuch {when}; Kurse von {as_of}.</translation>
    </message>
    <message>
        <source>before hours, live</source>
        <translation>vorbörslich, live</translation>
    </message>
    <message>
        <source>after hours, live</source>
        <translation>nachbörslich, live</translation>
    </message>
    <message>
        <source>before hours</source>
        <translation>vorbörslich</translation>
    </message>
    <message>
        <source>after hours</source>
        <translation>nachbörslich</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Unbestätigt</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Verzögert</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Delay unknown</source>
        <translation>Unbekannt verzögert</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
</context>
<context>
    <name>stores</name>
    <message>
        <source>Settings could not be read and were set aside as {name}; defaults are in use.</source>
        <translation>Die Einstellungen waren nicht lesbar und wurden als {name} beiseitegelegt; es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>Settings could not be read; defaults are in use.</source>
        <translation>Die Einstellungen waren nicht lesbar; es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>Settings cannot be kept: {path} cannot be read or written.</source>
        <translation>Einstellungen können nicht bewahrt werden: {path} ist nicht lesbar oder nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Prices are not kept for the next start: {path} cannot be written.</source>
        <translation>Kurse bleiben nicht bis zum nächsten Start: {path} ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>That was not kept: {path} is in use by another program. Try again.</source>
        <translation>Das wurde nicht behalten: {path} wird von einem anderen Programm benutzt. Bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>That was not kept: {path} cannot be written. Is the disk full or read-only?</source>
        <translation>Das wurde nicht behalten: {path} ist nicht beschreibbar. Ist der Datenträger voll oder schreibgeschützt?</translation>
    </message>
    <message>
        <source>That was not kept: {path} cannot be read any more. Start watcher again to mend it.</source>
        <translation>Das wurde nicht behalten: {path} ist nicht mehr lesbar. Ein Neustart von watcher behebt das.</translation>
    </message>
    <message>
        <source>Your data could not be read.</source>
        <translation>Die eigenen Daten waren nicht lesbar.</translation>
    </message>
    <message>
        <source>Your data were written by a newer version.</source>
        <translation>Die eigenen Daten stammen von einer neueren Version.</translation>
    </message>
    <message>
        <source>Your data cannot be written.</source>
        <translation>Die eigenen Daten lassen sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Your data are in use by another program.</source>
        <translation>Die eigenen Daten werden von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>{path} was written by watcher {version}. Nothing was changed. Start that version or a newer one.</source>
        <translation>{path} wurde von watcher {version} geschrieben. Nichts wurde verändert. Diese oder eine neuere Version starten.</translation>
    </message>
    <message>
        <source>{path} is damaged. The newest good copy is {copy}. The damaged file is set aside, not deleted.</source>
        <translation>{path} ist beschädigt. Die neueste gute Kopie ist {copy}. Die beschädigte Datei wird beiseitegelegt, nicht gelöscht.</translation>
    </message>
    <message>
        <source>{path} is damaged and there is no copy of it. It can be set aside to begin anew; it is not deleted.</source>
        <translation>{path} ist beschädigt, und es gibt keine Kopie. Für einen Neubeginn wird die Datei beiseitegelegt, nicht gelöscht.</translation>
    </message>
    <message>
        <source>{path} cannot be used. See that you may write there and that no other program holds it.</source>
        <translation>{path} lässt sich nicht benutzen. Dort muss Schreiben erlaubt sein, und kein anderes Programm darf die Datei halten.</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>{day}</source>
        <translation>{day}.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>zones</name>
    <message>
        <source>New York</source>
        <translation>New York</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>Hongkong</translation>
    </message>
    <message>
        <source>Berlin</source>
        <translation>Berlin</translation>
    </message>
    <message>
        <source>Vienna</source>
        <translation>Wien</translation>
    </message>
    <message>
        <source>Zurich</source>
        <translation>Zürich</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
</context>
</TS>
