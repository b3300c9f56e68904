package org.cuntu.platform.audit.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.cuntu.platform.audit.WitnessChannel;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.proof.ProofJson;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignedHead;
import org.cuntu.platform.proof.TreeHead;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail with the head: whoever keeps their mails is a witness. The message's id is the receipt. */
final class MailWitness implements WitnessChannel {
    private static final String TIMEOUT = "10000";

    private final Settings.Mail settings;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    MailWitness(Settings.Mail settings) {
        this.settings = settings;
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties mail = sender.getJavaMailProperties();
        mail.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
        mail.setProperty("mail.smtp.timeout", TIMEOUT);
        mail.setProperty("mail.smtp.writetimeout", TIMEOUT);
        mail.setProperty("mail.smtp.localhost", "cuntu");
        if (settings.startTls()) {
            mail.setProperty("mail.smtp.starttls.enable", "true");
            mail.setProperty("mail.smtp.starttls.required", "true");
        }
        if (settings.user().isEmpty()) return;
        mail.setProperty("mail.smtp.auth", "true");
        sender.setUsername(settings.user());
        sender.setPassword(settings.password());
    }

    @Override
    public String kind() {
        return "mail";
    }

    @Override
    public String target() {
        return settings.to();
    }

    @Override
    public String hand(SignedHead signed, ProofKey key) throws IOException {
        TreeHead head = signed.head();
        try {
            MimeMessage message = sender.createMimeMessage();
            message.setFrom(settings.from());
            message.setRecipients(MimeMessage.RecipientType.TO, settings.to());
            message.setSubject("寸土留痕树头 / Cuntu proof head " + head.total(), StandardCharsets.UTF_8.name());
            message.setText(
                    "请保存这封邮件:它证明到此为止的留痕没有被截去或改写。\n"
                            + "Keep this mail: it shows that the log up to here was neither cut nor written anew.\n\n"
                            + head.total() + "  " + head.hash().label() + "  " + head.root() + "\n" + head.at() + "  "
                            + key.id() + "  SHA-256 " + key.fingerprint() + "\n\n"
                            + ProofJson.line(ProofJson.of(signed)) + "\n",
                    StandardCharsets.UTF_8.name());
            // the one long line goes as it is read back: base64, never folded
            message.setHeader("Content-Transfer-Encoding", "base64");
            message.saveChanges();
            sender.send(message);
            return "Message-ID " + message.getMessageID();
        } catch (MessagingException | MailException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }
}
