package org.primum.localstack.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/**
 * The stack's own secrets, generated when first asked for and kept in a file only its owner may
 * read.
 */
public final class Secrets {

  private static final int BYTES = 32;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;
  private final Properties kept = new Properties();

  /** Reads the secrets kept in a file, which need not be there yet. */
  public Secrets(Path file) {
    this.file = file;
    try (var reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    } catch (NoSuchFileException none) {
      // They are generated as they are asked for.
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** 32 random bytes in base64, the same each time. */
  public synchronized String key(String name) {
    return kept(name, Base64.getEncoder());
  }

  /** A random password of letters, digits, hyphens and underscores, the same each time. */
  public synchronized String password(String name) {
    return kept(name, Base64.getUrlEncoder().withoutPadding());
  }

  private String kept(String name, Base64.Encoder encoder) {
    String found = kept.getProperty(name);
    if (found == null) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      found = encoder.encodeToString(random);
      kept.setProperty(name, found);
      write();
    }
    return found;
  }

  private void write() {
    try {
      Path fresh =
          Files.createTempFile(file.toAbsolutePath().getParent(), "secrets", "", OWNER_ONLY);
      try (var writer = Files.newBufferedWriter(fresh)) {
        kept.store(writer, null);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
