// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import io.lambdarium.simulator.house.SourceFile.MethodSize;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Walks one parsed file and notes what has a budget. */
final class SourceScanner extends TreeScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String text;
    private final Deque<ClassTree> enclosing = new ArrayDeque<>();
    private final List<MethodSize> methods = new ArrayList<>();
    private boolean guardsState;
    private boolean showsAType;

    SourceScanner(CompilationUnitTree unit, SourcePositions positions, String text) {
        this.unit = unit;
        this.positions = positions;
        this.text = text;
    }

    List<MethodSize> methods() {
        return List.copyOf(methods);
    }

    boolean guardsState() {
        return guardsState;
    }

    boolean showsAType() {
        return showsAType;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        showsAType |= enclosing.isEmpty() && type.getModifiers().getFlags().contains(Modifier.PUBLIC);
        enclosing.push(type);
        super.visitClass(type, nothing);
        enclosing.pop();
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        if (method.getBody() != null) {
            methods.add(new MethodSize(nameOf(method), linesOf(method), parametersOf(method), isTest(method)));
        }
        return super.visitMethod(method, nothing);
    }

    @Override
    public Void visitModifiers(ModifiersTree modifiers, Void nothing) {
        guardsState |= modifiers.getFlags().contains(Modifier.SYNCHRONIZED)
                || modifiers.getFlags().contains(Modifier.VOLATILE);
        return super.visitModifiers(modifiers, nothing);
    }

    @Override
    public Void visitSynchronized(SynchronizedTree block, Void nothing) {
        guardsState = true;
        return super.visitSynchronized(block, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree creation, Void nothing) {
        guardsState |= creation.getIdentifier().toString().equals("Thread");
        return super.visitNewClass(creation, nothing);
    }

    @Override
    public Void visitImport(ImportTree imported, Void nothing) {
        guardsState |= imported.getQualifiedIdentifier().toString().startsWith("java.util.concurrent.locks.");
        return super.visitImport(imported, nothing);
    }

    private String nameOf(MethodTree method) {
        String type = enclosing.element().getSimpleName().toString();
        return method.getName().contentEquals("<init>") ? "new " + type : type + "." + method.getName();
    }

    /** The components of a record are counted by whoever designs the value, not by this budget. */
    private int parametersOf(MethodTree method) {
        boolean ofARecord = enclosing.element().getKind() == Tree.Kind.RECORD
                && method.getName().contentEquals("<init>");
        return ofARecord ? 0 : method.getParameters().size();
    }

    private int linesOf(MethodTree method) {
        long start = positions.getStartPosition(unit, method);
        for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
            start = Math.max(start, positions.getEndPosition(unit, annotation));
        }
        int first = (int) start;
        while (Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        long end = positions.getEndPosition(unit, method);
        return (int) (unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(first) + 1);
    }

    private static boolean isTest(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .map(annotation -> annotation.getAnnotationType().toString())
                .anyMatch(name -> List.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory")
                        .contains(name));
    }
}
