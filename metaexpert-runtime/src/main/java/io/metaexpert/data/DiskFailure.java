package io.metaexpert.data;

import io.metaexpert.UserException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** What the disk refused, in a sentence. */
final class DiskFailure {
    private DiskFailure() {}

    static UserException of(IOException failure) {
        return new UserException(
                "cannot read or write: " + sentence(failure),
                "Is there space, and are you allowed to? METAEXPERT_HOME chooses another home folder.");
    }

    private static String sentence(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": no permission";
        }
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": " + failure.getClass().getSimpleName().replace("Exception", "");
        }
        return String.valueOf(failure.getMessage());
    }
}
