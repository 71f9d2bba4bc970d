package org.primum.gateway.evaluation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.primum.protocol.message.EvaluationChanged;

/**
 * That somebody takes something back.
 *
 * @param reason why, for everybody to read
 */
record Withdrawal(
    @NotBlank(message = "is needed")
        @Size(
            max = EvaluationChanged.LONGEST_REASON,
            message = "may have " + EvaluationChanged.LONGEST_REASON + " characters at the most")
        @Pattern(regexp = "[^\\x00]*", message = "may hold no NUL characters")
        String reason) {}
