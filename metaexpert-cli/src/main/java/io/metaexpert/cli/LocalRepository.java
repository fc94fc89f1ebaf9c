package io.metaexpert.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maven's local repository, found where Maven looks: {@code -Dmaven.repo.local} in MAVEN_OPTS, settings.xml, the user's folder. */
final class LocalRepository {
    private static final Pattern OPTION = Pattern.compile("-Dmaven\\.repo\\.local=(\\S+)");
    private static final Pattern SETTING = Pattern.compile("<localRepository>\\s*([^<$]+?)\\s*</localRepository>");

    private LocalRepository() {}

    static Path folder(Map<String, String> environment) {
        Matcher option = OPTION.matcher(environment.getOrDefault("MAVEN_OPTS", ""));
        if (option.find()) {
            return Path.of(option.group(1));
        }
        Path maven = Path.of(System.getProperty("user.home"), ".m2");
        Path settings = maven.resolve("settings.xml");
        if (Files.isRegularFile(settings)) {
            try {
                Matcher setting = SETTING.matcher(Files.readString(settings));
                if (setting.find()) {
                    return Path.of(setting.group(1));
                }
            } catch (IOException e) {
                return maven.resolve("repository");
            }
        }
        return maven.resolve("repository");
    }
}
